/** A name as people read it, where they gave none of their own: "order-web" → "Order Web". A name with spaces stays as it is. */
export function displayName(name: string): string {
  if (name.includes(' ')) return name;
  const words = name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .split(/[-_.\s]+/)
    .filter((word) => word !== '');
  if (words.length === 0) return name;
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}
