import simd from 'tfjs-wasm/tfjs-backend-wasm-simd.wasm?url';
import plain from 'tfjs-wasm/tfjs-backend-wasm.wasm?url';
import blazefaceBin from 'human-models/blazeface.bin?url';
import blazeface from 'human-models/blazeface.json?url';
import facemeshBin from 'human-models/facemesh.bin?url';
import facemesh from 'human-models/facemesh.json?url';
import irisBin from 'human-models/iris.bin?url';
import iris from 'human-models/iris.json?url';

// A module of one function with SIMD instructions.
const simdProbe = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98,
  11,
];

/** What the detector asks for by name, and where the build put it: our own origin, hashed, cached for good. */
export const faceFiles: Record<string, string> = {
  ...(WebAssembly.validate(Uint8Array.from(simdProbe))
    ? { 'tfjs-backend-wasm-simd.wasm': simd }
    : { 'tfjs-backend-wasm.wasm': plain }),
  'blazeface.bin': blazefaceBin,
  'blazeface.json': blazeface,
  'facemesh.bin': facemeshBin,
  'facemesh.json': facemesh,
  'iris.bin': irisBin,
  'iris.json': iris,
};

/** Their sizes unpacked, in bytes: browsers do not tell how much of a compressed answer is still to come. */
export const FACE_FILES_BYTES = 5_337_480;
