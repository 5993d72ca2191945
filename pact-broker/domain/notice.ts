/** A line that clients print, in the colour of its type. */
export interface Notice {
  type: 'debug' | 'info' | 'success' | 'prompt' | 'warning' | 'error' | 'danger';
  text: string;
}
