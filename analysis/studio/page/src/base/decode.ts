// From base64 and gzip back to bytes and values.

export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64.trim());
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; ++at) bytes[at] = text.charCodeAt(at);
  return bytes;
}

// Little-endian 16-bit numbers, as Customers and CustomersOfArm pack them.
export function uint16Of(base64: string): Uint16Array {
  const bytes = bytesOf(base64);
  const view = new DataView(bytes.buffer);
  return Uint16Array.from({ length: bytes.length >> 1 }, (_, at) => view.getUint16(2 * at, true));
}

export function int8Of(base64: string): Int8Array {
  return new Int8Array(bytesOf(base64).buffer);
}

export async function textOfGzip(base64: string): Promise<string> {
  const stream = new Blob([bytesOf(base64)]).stream();
  return new Response(stream.pipeThrough(new DecompressionStream("gzip"))).text();
}
