package com.eindr.infra.proof;

import com.eindr.infra.eventlog.StoredEvent;
import com.eindr.infra.eventlog.StoredEvents;
import com.eindr.infra.proof.Checkpoints.Signed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The Merkle tree over the log. It follows the log as projections do, after the fact, one node at a time: whoever gets the
 * lock of the transaction adds the next events. A node that dies in between has added nothing.
 */
final class LogTree {
    /** Events that are added in one transaction. */
    static final int AT_ONCE = 4096;
    /** Any two numbers that nothing else in this database uses for its advisory locks. */
    private static final String LOCK = "SELECT pg_try_advisory_xact_lock(1347571526, 1)";

    private final StoredEvents log;
    private final HashTiles tiles;
    private final Checkpoints checkpoints;
    private final ProofKeys keys;
    private final JdbcClient database;
    private final TransactionOperations transactions;

    LogTree(StoredEvents log, JdbcClient database, TransactionOperations transactions, ProofKeys keys) {
        this.log = log;
        this.tiles = new HashTiles(database);
        this.checkpoints = new Checkpoints(database);
        this.keys = keys;
        this.database = database;
        this.transactions = transactions;
    }

    /** How many events are in the tree. */
    long size() {
        return tiles.size();
    }

    HashTiles tiles() {
        return tiles;
    }

    Checkpoints checkpoints() {
        return checkpoints;
    }

    /** Reads tiles for one question. */
    MerkleProofs proofs() {
        return new MerkleProofs(new TiledNodes(tiles));
    }

    /**
     * Adds the next events of the log, some thousands at most.
     *
     * @return whether there may be more
     * @throws LogBroken if an event is missing in the log
     */
    boolean grow() {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            if (!locked()) {
                return false;
            }
            long size = tiles.size();
            List<StoredEvent> events = log.after(size, AT_ONCE);
            MerkleHash hash = new MerkleHash();
            List<byte[]> leaves = new ArrayList<>(events.size());
            for (StoredEvent event : events) {
                long expected = size + leaves.size() + 1;
                if (event.position() != expected) {
                    throw new LogBroken("the event at position " + expected + " is missing");
                }
                leaves.add(EventLeaf.hash(event, hash));
            }
            tiles.append(size, leaves);
            return leaves.size() == AT_ONCE;
        }));
    }

    /**
     * Signs the tree as it is, if it has grown since it was signed last.
     *
     * @throws LogBroken if the tree does not begin with what was signed last
     */
    void sign() {
        transactions.executeWithoutResult(status -> {
            if (locked()) {
                long size = tiles.size();
                Optional<Signed> latest = checkpoints.latest();
                if (latest.isEmpty() || size > latest.get().size()) {
                    requireSameBeginning();
                    Checkpoint checkpoint = new Checkpoint(keys.origin(), size, proofs().root(size));
                    checkpoints.add(new Signed(size, keys.sign(checkpoint)));
                }
            }
        });
    }

    /**
     * Compares the tree with the last checkpoint.
     *
     * @throws LogBroken if the checkpoint is not signed by a key of ours, or is not of this tree
     */
    void requireSameBeginning() {
        checkpoints.latest().ifPresent(latest -> {
            Checkpoint signed = keys.open(latest.note())
                    .orElseThrow(() -> new LogBroken("the checkpoint of " + latest.size()
                            + " events is not signed by a key that is known here"));
            long size = tiles.size();
            if (signed.size() != latest.size() || signed.size() > size) {
                throw new LogBroken("the tree has " + size + " events, and " + signed.size() + " were signed");
            }
            if (!Arrays.equals(signed.root(), proofs().root(signed.size()))) {
                throw new LogBroken("the tree of " + signed.size() + " events is not the one that was signed");
            }
        });
    }

    private boolean locked() {
        return database.sql(LOCK).query(Boolean.class).single();
    }
}
