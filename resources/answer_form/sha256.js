"use strict";
// SHA-256 of a text in UTF-8, in hexadecimal. Our own, since browsers keep theirs from pages opened from a file.
function sha256(text) {
  const bytes = new TextEncoder().encode(text);
  const length = ((bytes.length + 8) >> 6) * 16 + 16;
  const words = new Uint32Array(length);
  bytes.forEach((byte, place) => { words[place >> 2] |= byte << (24 - (place % 4) * 8); });
  words[bytes.length >> 2] |= 0x80 << (24 - (bytes.length % 4) * 8);
  words[length - 2] = Math.floor((bytes.length * 8) / 0x100000000);
  words[length - 1] = bytes.length * 8;
  const hash = sha256.start.slice();
  const schedule = new Uint32Array(64);
  for (let block = 0; block < length; block += 16) {
    for (let step = 0; step < 64; step += 1) {
      schedule[step] = step < 16 ? words[block + step] : sha256.next(schedule, step);
    }
    sha256.compress(hash, schedule);
  }
  return Array.from(hash, (word) => word.toString(16).padStart(8, "0")).join("");
}
sha256.turned = (word, bits) => (word >>> bits) | (word << (32 - bits));
sha256.next = (w, step) => {
  const early = w[step - 15];
  const late = w[step - 2];
  const first = sha256.turned(early, 7) ^ sha256.turned(early, 18) ^ (early >>> 3);
  const second = sha256.turned(late, 17) ^ sha256.turned(late, 19) ^ (late >>> 10);
  return w[step - 16] + first + w[step - 7] + second;
};
sha256.compress = (hash, schedule) => {
  let [a, b, c, d, e, f, g, h] = hash;
  for (let step = 0; step < 64; step += 1) {
    const big = sha256.turned(e, 6) ^ sha256.turned(e, 11) ^ sha256.turned(e, 25);
    const one = (h + big + ((e & f) ^ (~e & g)) + sha256.constants[step] + schedule[step]) | 0;
    const small = sha256.turned(a, 2) ^ sha256.turned(a, 13) ^ sha256.turned(a, 22);
    const two = (small + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, place) => { hash[place] += word; });
};
// The first 32 bits behind the point of the roots of the first primes: square roots to start, cube roots as constants.
sha256.primes = (() => {
  const found = [];
  for (let number = 2; found.length < 64; number += 1) {
    if (found.every((prime) => number % prime)) found.push(number);
  }
  return found;
})();
sha256.fraction = (root) => Math.floor((root - Math.floor(root)) * 0x100000000);
sha256.start = Uint32Array.from(sha256.primes.slice(0, 8), (prime) => sha256.fraction(Math.sqrt(prime)));
sha256.constants = Uint32Array.from(sha256.primes, (prime) => sha256.fraction(Math.cbrt(prime)));
