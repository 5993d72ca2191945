// Generated from openapi/documents/dataset-service/2.0.0.yaml by `npm run generate`; not written by hand.

export interface paths {
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Is the service up, and which version is it? */
        get: operations["readHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datasets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists datasets, the newest first. */
        get: operations["listDatasets"];
        put?: never;
        /** Uploads a dataset. */
        post: operations["uploadDataset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datasets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads a dataset with its points. */
        get: operations["readDataset"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Health: {
            /** @enum {string} */
            status: "ok";
            version: string;
            /**
             * @description Breaking changes to be shown: a response field renamed, a request field made required.
             * @enum {string}
             */
            behaviour: "normal" | "renamed-field" | "required-field";
        };
        Point: {
            /** Format: date-time */
            at: string;
            value: number;
        };
        /** @description A dataset without a unit is dimensionless. */
        DatasetUpload: {
            name: string;
            unit?: string;
            /** @description In order of time, oldest first. */
            points: components["schemas"]["Point"][];
        };
        DatasetSummary: {
            id: string;
            name: string;
            /** @description A UCUM code; `1` is dimensionless. */
            unit: string;
            pointCount: number;
            /** Format: date-time */
            createdAt: string;
        };
        Dataset: {
            id: string;
            name: string;
            /** @description A UCUM code; `1` is dimensionless. */
            unit: string;
            pointCount: number;
            /** Format: date-time */
            createdAt: string;
            points: components["schemas"]["Point"][];
        };
        /** @description The first page is 1, the newest dataset comes first. */
        DatasetPage: {
            items: components["schemas"]["DatasetSummary"][];
            page: number;
            size: number;
            total: number;
        };
        FieldError: {
            /** @description Where in the request: `points[3].value`, `page`. */
            field: string;
            message: string;
        };
        /** @description Every answer of 400 and above. `error` is stable, `message` is for people. */
        Problem: {
            error: string;
            message: string;
            fields?: components["schemas"]["FieldError"][];
        };
    };
    responses: {
        /** @description The request was refused; the body says why. */
        Refused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is up. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    listDatasets: {
        parameters: {
            query?: {
                /** @description The first page is 1. */
                page?: number;
                /** @description How many datasets a page holds. */
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetPage"];
                };
            };
            400: components["responses"]["Refused"];
        };
    };
    uploadDataset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DatasetUpload"];
            };
        };
        responses: {
            /** @description The dataset is kept; its points can be read at the location. */
            201: {
                headers: {
                    /** @description Where the dataset can be read. */
                    location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetSummary"];
                };
            };
            400: components["responses"]["Refused"];
            413: components["responses"]["Refused"];
            415: components["responses"]["Refused"];
        };
    };
    readDataset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The dataset. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dataset"];
                };
            };
            404: components["responses"]["Refused"];
        };
    };
}
