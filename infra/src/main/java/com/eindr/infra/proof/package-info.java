/**
 * Proof that the log is what it was: a Merkle tree over the stored events (RFC 6962), signed checkpoints of it, and a
 * watch over both. See docs/audit.md and docs/decisions/0120.
 */
@NullMarked
package com.eindr.infra.proof;

import org.jspecify.annotations.NullMarked;
