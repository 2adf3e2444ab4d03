#include "CNettle.h"

#include <nettle/bignum.h>
#include <nettle/md5.h>
#include <nettle/nettle-meta.h>
#include <nettle/rsa.h>
#include <nettle/sha1.h>
#include <nettle/sha2.h>
#include <stdlib.h>
#include <sys/random.h>

static const struct nettle_hash *const digests[] = {
    [CNETTLE_MD5] = &nettle_md5,
    [CNETTLE_SHA1] = &nettle_sha1,
    [CNETTLE_SHA256] = &nettle_sha256,
    [CNETTLE_SHA512] = &nettle_sha512,
};

union context {
  struct md5_ctx md5;
  struct sha1_ctx sha1;
  struct sha256_ctx sha256;
  struct sha512_ctx sha512;
};

size_t cnettle_digest_size(cnettle_digest digest) { return digests[digest]->digest_size; }

void cnettle_sum(cnettle_digest digest, const uint8_t *bytes, size_t count, uint8_t *sum) {
  union context context;
  digests[digest]->init(&context);
  digests[digest]->update(&context, count, bytes);
  digests[digest]->digest(&context, digests[digest]->digest_size, sum);
}

struct key {
  struct rsa_public_key open;
  struct rsa_private_key secret;
};

// In the order of PKCS#1.
static mpz_ptr number(struct key *key, int place) {
  mpz_ptr all[CNETTLE_RSA_NUMBERS] = {key->open.n,   key->open.e,   key->secret.d, key->secret.p,
                                      key->secret.q, key->secret.a, key->secret.b, key->secret.c};
  return all[place];
}

static void begin(struct key *key) {
  rsa_public_key_init(&key->open);
  rsa_private_key_init(&key->secret);
}

static void end(struct key *key) {
  rsa_public_key_clear(&key->open);
  rsa_private_key_clear(&key->secret);
}

static void read_numbers(struct key *key, const uint8_t *numbers, size_t width) {
  begin(key);
  for (int place = 0; place < CNETTLE_RSA_NUMBERS; place++) {
    nettle_mpz_set_str_256_u(number(key, place), width, numbers + place * width);
  }
}

static void write_numbers(struct key *key, uint8_t *numbers, size_t width) {
  for (int place = 0; place < CNETTLE_RSA_NUMBERS; place++) {
    nettle_mpz_get_str_256(width, numbers + place * width, number(key, place));
  }
}

// Keys without randomness are worse than no program.
static void fill_randomly(void *unused, size_t count, uint8_t *bytes) {
  (void)unused;
  while (count > 0) {
    ssize_t filled = getrandom(bytes, count, 0);
    if (filled < 0) abort();
    bytes += filled;
    count -= (size_t)filled;
  }
}

bool cnettle_rsa_generate(size_t width, uint8_t *numbers) {
  struct key key;
  begin(&key);
  mpz_set_ui(key.open.e, 65537);
  bool made = rsa_generate_keypair(&key.open, &key.secret, NULL, fill_randomly, NULL, NULL, 8 * width, 0);
  if (made) write_numbers(&key, numbers, width);
  end(&key);
  return made;
}

// Whether a × b is 1 modulo the third.
static bool are_inverse(mpz_srcptr a, mpz_srcptr b, mpz_srcptr modulus) {
  mpz_t product;
  mpz_init(product);
  mpz_mul(product, a, b);
  mpz_mod(product, product, modulus);
  bool are = mpz_cmp_ui(product, 1) == 0;
  mpz_clear(product);
  return are;
}

// Of one of the primes: it is odd, and the exponents are right for it.
static bool fits(mpz_srcptr prime, mpz_srcptr reduced_exponent, const struct key *key) {
  if (mpz_even_p(prime) || mpz_cmp_ui(prime, 1) <= 0 || mpz_cmp(reduced_exponent, prime) >= 0) return false;
  mpz_t predecessor;
  mpz_init(predecessor);
  mpz_sub_ui(predecessor, prime, 1);
  bool do_fit = are_inverse(key->open.e, reduced_exponent, predecessor) &&
                are_inverse(key->open.e, key->secret.d, predecessor);
  mpz_clear(predecessor);
  return do_fit;
}

bool cnettle_rsa_is_whole(const uint8_t *numbers, size_t width) {
  struct key key;
  read_numbers(&key, numbers, width);
  mpz_t product;
  mpz_init(product);
  mpz_mul(product, key.secret.p, key.secret.q);
  bool is_whole = mpz_cmp(product, key.open.n) == 0 && fits(key.secret.p, key.secret.a, &key) &&
                  fits(key.secret.q, key.secret.b, &key) && mpz_cmp(key.secret.c, key.secret.p) < 0 &&
                  are_inverse(key.secret.c, key.secret.q, key.secret.p);
  mpz_clear(product);
  end(&key);
  return is_whole;
}

bool cnettle_rsa_sign_sha256(const uint8_t *numbers, size_t width, const uint8_t *sum, uint8_t *signature) {
  struct key key;
  read_numbers(&key, numbers, width);
  mpz_t number;
  mpz_init(number);
  bool is_signed = rsa_public_key_prepare(&key.open) && rsa_private_key_prepare(&key.secret) &&
                   rsa_sha256_sign_digest_tr(&key.open, &key.secret, NULL, fill_randomly, sum, number);
  if (is_signed) nettle_mpz_get_str_256(width, signature, number);
  mpz_clear(number);
  end(&key);
  return is_signed;
}

bool cnettle_rsa_verify_sha256(const uint8_t *numbers, size_t width, const uint8_t *sum, const uint8_t *signature) {
  struct key key;
  read_numbers(&key, numbers, width);
  mpz_t number;
  nettle_mpz_init_set_str_256_u(number, width, signature);
  bool is_valid = rsa_public_key_prepare(&key.open) && rsa_sha256_verify_digest(&key.open, sum, number);
  mpz_clear(number);
  end(&key);
  return is_valid;
}
