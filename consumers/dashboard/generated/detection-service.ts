// Generated from openapi/documents/detection-service/2.1.0.yaml by `npm run generate`; not written by hand.

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
    "/detectors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Creates a detector. */
        post: operations["createDetector"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/detectors/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads a detector. */
        get: operations["readDetector"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/detections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the detections that looked at a dataset, the newest first. */
        get: operations["listDetections"];
        put?: never;
        /** Runs a detector over a dataset. */
        post: operations["runDetection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/detections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads a detection with its anomalies. */
        get: operations["readDetection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tells of every anomaly from now on, as server-sent events. */
        get: operations["listenToAlerts"];
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
            /** @constant */
            status: "ok";
            version: string;
            /**
             * @description Breaking changes to be shown: a field renamed in answers and messages, a request field made required.
             * @enum {unknown}
             */
            behaviour: "normal" | "renamed-field" | "required-field";
        };
        /** @enum {unknown} */
        Method: "z-score" | "iqr" | "rolling-median";
        /** @description Without a threshold the method's usual one holds; `window` is for rolling-median only. */
        DetectorRequest: {
            name: string;
            method: components["schemas"]["Method"];
            /** @description A point is an anomaly when its score is further from zero than this. */
            threshold?: number;
            /** @description How many points, an odd number, a rolling median looks at. */
            window?: number;
        };
        Detector: {
            id: string;
            name: string;
            method: components["schemas"]["Method"];
            threshold: number;
            window?: number;
            /** Format: date-time */
            createdAt: string;
        };
        DetectionRequest: {
            detectorId: string;
            datasetId: string;
        };
        Anomaly: {
            /** Format: date-time */
            at: string;
            value: number;
            /** @description How far out the point lies, in the method's own measure; negative when below. Rounded to four decimals. */
            score: number;
        };
        DetectionSummary: {
            id: string;
            datasetId: string;
            detectorId: string;
            method: components["schemas"]["Method"];
            pointCount: number;
            anomalyCount: number;
            /** Format: date-time */
            ranAt: string;
        };
        Detection: {
            id: string;
            datasetId: string;
            detectorId: string;
            method: components["schemas"]["Method"];
            pointCount: number;
            anomalyCount: number;
            /** Format: date-time */
            ranAt: string;
            anomalies: components["schemas"]["Anomaly"][];
        };
        /** @description Newest first. */
        DetectionList: {
            items: components["schemas"]["DetectionSummary"][];
        };
        /** @description The message "anomaly found", one for each anomaly of a detection. */
        AnomalyFound: {
            /** @constant */
            type: "anomaly-found";
            detectionId: string;
            dataset: {
                id: string;
                name: string;
                unit: string;
            };
            detector: {
                id: string;
                name: string;
                method: components["schemas"]["Method"];
            };
            anomaly: components["schemas"]["Anomaly"];
            /**
             * @description `critical` from twice the threshold on.
             * @enum {unknown}
             */
            severity: "warning" | "critical";
        };
        FieldError: {
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
    parameters: {
        Id: string;
    };
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
    createDetector: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DetectorRequest"];
            };
        };
        responses: {
            /** @description The detector, with what the request left open filled in. */
            201: {
                headers: {
                    /** @description Where the detector can be read. */
                    location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detector"];
                };
            };
            400: components["responses"]["Refused"];
            413: components["responses"]["Refused"];
            415: components["responses"]["Refused"];
        };
    };
    readDetector: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The detector. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detector"];
                };
            };
            404: components["responses"]["Refused"];
        };
    };
    listDetections: {
        parameters: {
            query: {
                datasetId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The detections, without their anomalies. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DetectionList"];
                };
            };
            400: components["responses"]["Refused"];
        };
    };
    runDetection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DetectionRequest"];
            };
        };
        responses: {
            /** @description What was found. */
            201: {
                headers: {
                    /** @description Where the detection can be read. */
                    location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detection"];
                };
            };
            400: components["responses"]["Refused"];
            404: components["responses"]["Refused"];
            413: components["responses"]["Refused"];
            415: components["responses"]["Refused"];
            502: components["responses"]["Refused"];
        };
    };
    readDetection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The detection. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detection"];
                };
            };
            404: components["responses"]["Refused"];
        };
    };
    listenToAlerts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A stream without end. The data of each event `anomaly-found` is one message. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["AnomalyFound"];
                };
            };
        };
    };
}
