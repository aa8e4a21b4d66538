// Identifiers of milestones: six characters of the NOID alphabet and a check character.
"use strict";

globalThis.milepost = globalThis.milepost ?? {};

(() => {
  const ALPHABET = "0123456789bcdfghjkmnpqrstvwxz";
  const LENGTH = 6;
  // The largest multiple of 29 that a byte can reach: a byte beyond it would favour some characters.
  const FAIR = 256 - (256 % ALPHABET.length);

  // The sum of values times positions from 1, modulo the size of the alphabet.
  function checkCharacter(payload) {
    const sum = [...payload].reduce((total, c, i) => total + (i + 1) * ALPHABET.indexOf(c), 0);
    return ALPHABET[sum % ALPHABET.length];
  }

  function isSound(identifier) {
    const payload = identifier.slice(3, 3 + LENGTH);
    return identifier === `mp-${payload}${checkCharacter(payload)}`;
  }

  // A new identifier that is not among those taken.
  function mint(taken) {
    for (;;) {
      const bytes = [...crypto.getRandomValues(new Uint8Array(4 * LENGTH))].filter((b) => b < FAIR);
      const payload = bytes.slice(0, LENGTH).map((b) => ALPHABET[b % ALPHABET.length]).join("");
      const identifier = `mp-${payload}${checkCharacter(payload)}`;
      if (payload.length === LENGTH && !taken.has(identifier)) return identifier;
    }
  }

  Object.assign(milepost, { checkCharacter, isSound, mint });
})();
