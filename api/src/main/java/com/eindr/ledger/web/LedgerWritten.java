package com.eindr.ledger.web;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The answer to what makes something new in the ledger.
 *
 * @param status a {@link com.eindr.ledger.DebtStatus} or a {@link com.eindr.ledger.SettlementStatus}
 */
@Schema(name = "LedgerWritten")
record LedgerWritten(String id, long version, String status) {}
