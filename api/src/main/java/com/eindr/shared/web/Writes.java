package com.eindr.shared.web;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Sends commands for controllers, and words the answers as every write of the API does. */
@Component
public class Writes {
    /** The header by which a later read asks to see a write. */
    public static final String CONSISTENCY_TOKEN = "Consistency-Token";

    private final Commands commands;
    private final ConsistencyTokens tokens;

    Writes(Commands commands, ConsistencyTokens tokens) {
        this.commands = commands;
        this.tokens = tokens;
    }

    /**
     * Makes something new: 201.
     *
     * <p>The id comes from the receipt and not from the command: a repeated request is answered with the id that the
     * first one was given.
     *
     * @param collection the path under which the new thing is found, with a slash at its end
     */
    public ResponseEntity<Written> create(String collection, Object command, WriteRequest write) {
        Receipt receipt = commands.execute(command, write);
        return createdAs(collection, receipt.aggregateId(), receipt);
    }

    /** Makes a new part of something, {@code id}: 201. The version is that of the whole. */
    public ResponseEntity<Written> createPart(String collection, String id, Object command, WriteRequest write) {
        return createdAs(collection, id, commands.execute(command, write));
    }

    /** Changes what is there: 200. */
    public ResponseEntity<Written> change(Object command, WriteRequest write) {
        Receipt receipt = commands.execute(command, write);
        return answer(HttpStatus.OK, receipt).body(new Written(receipt.aggregateId(), receipt.version()));
    }

    /** Sends one of several commands of a request; the caller words the answer. */
    public Receipt execute(Object command, WriteRequest write) {
        return commands.execute(command, write);
    }

    /** Says what a command would come to; nothing is recorded. */
    public Rehearsal rehearse(Object command, WriteRequest write) {
        return commands.rehearse(command, write);
    }

    /** The token of a position, for answers that are worded elsewhere. */
    public String tokenOf(long position) {
        return tokens.seal(position);
    }

    private ResponseEntity<Written> createdAs(String collection, String id, Receipt receipt) {
        return answer(HttpStatus.CREATED, receipt)
                .header(HttpHeaders.LOCATION, collection + id)
                .body(new Written(id, receipt.version()));
    }

    private ResponseEntity.BodyBuilder answer(HttpStatus status, Receipt receipt) {
        return ResponseEntity.status(status)
                .eTag(EntityTags.of(receipt.version()))
                .header(CONSISTENCY_TOKEN, tokens.seal(receipt.position()));
    }
}
