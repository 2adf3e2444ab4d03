// As much of Nettle, and of GMP below it, as digests and RSA signatures need. Nothing here keeps state.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum { CNETTLE_MD5, CNETTLE_SHA1, CNETTLE_SHA256, CNETTLE_SHA512 } cnettle_digest;

size_t cnettle_digest_size(cnettle_digest digest);
void cnettle_sum(cnettle_digest digest, const uint8_t *bytes, size_t count, uint8_t *sum);

// A private RSA key is the eight numbers of PKCS#1 (RFC 8017, A.1.2) in their order, one after the other, each big-endian
// and as wide as the modulus.
enum { CNETTLE_RSA_NUMBERS = 8 };

// A key of 8 × width bits, with the exponent 65537.
bool cnettle_rsa_generate(size_t width, uint8_t *numbers);
// Whether the numbers belong together. Nothing else may be asked of a key that someone else wrote before this is.
bool cnettle_rsa_is_whole(const uint8_t *numbers, size_t width);
// RSASSA-PKCS1-v1_5 over a sum of SHA-256, as wide as the modulus; false if the primes turn out to be none.
bool cnettle_rsa_sign_sha256(const uint8_t *numbers, size_t width, const uint8_t *sum, uint8_t *signature);
bool cnettle_rsa_verify_sha256(const uint8_t *numbers, size_t width, const uint8_t *sum, const uint8_t *signature);
