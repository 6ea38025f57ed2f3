package com.eindr.infra.proof;

import com.eindr.audit.web.Readings;
import com.eindr.infra.proof.Checkpoints.Signed;
import com.eindr.shared.web.Caller;
import com.eindr.shared.web.InvalidRequest;
import com.eindr.shared.web.StoreUnavailable;
import com.eindr.shared.web.Text;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Proof that the log is what it was. The path is open to the role {@code auditor} only. */
@RestController
@RequestMapping(Readings.PATH)
@Tag(name = "Audit")
class ProofController {
    private static final String TEXT = "text/plain;charset=UTF-8";

    private final LogTree tree;
    private final ProofKeys keys;
    private final Readings readings;

    ProofController(LogTree tree, ProofKeys keys, Readings readings) {
        this.tree = tree;
        this.keys = keys;
        this.readings = readings;
    }

    /**
     * @param position of the event, from 1
     * @param hashes beside the leaf's way up, from the bottom; base 64, as all hashes here
     */
    record InclusionBody(long position, long treeSize, String leafHash, String rootHash, List<String> hashes) {}

    /** @param hashes as RFC 6962 orders them; none where one tree is empty or both are the same */
    record ConsistencyBody(long from, long to, String fromRootHash, String toRootHash, List<String> hashes) {}

    /** @param keys verifier keys of signed notes, the present one first */
    record KeysBody(String origin, List<String> keys) {}

    @GetMapping(path = "/checkpoint", produces = TEXT)
    @Operation(
            summary = "What was signed of the log last",
            description = "A checkpoint as C2SP tlog-checkpoint describes it: origin, number of events, root hash, and"
                    + " an Ed25519 signature. With treeSize the last one of at most so many events.")
    @ApiResponse(
            responseCode = "200",
            description = "The signed note",
            content = @Content(mediaType = MediaType.TEXT_PLAIN_VALUE, schema = @Schema(type = "string")))
    String checkpoint(
            @AuthenticationPrincipal Caller caller,
            HttpServletRequest request,
            @RequestParam @Text(max = 200) String purpose,
            @RequestParam(required = false) @Nullable Long treeSize) {
        readings.record(caller, request, purpose);
        if (treeSize != null && treeSize < 0) {
            throw InvalidRequest.of("treeSize", "must not be negative");
        }
        return tree.checkpoints()
                .upTo(treeSize == null ? Long.MAX_VALUE : treeSize)
                .orElseThrow(ProofController::nothingSigned)
                .note();
    }

    @GetMapping("/keys")
    @Operation(
            summary = "The keys that checkpoints are signed with",
            description = "Whoever wants to trust nobody keeps them from the first day on and does not ask again.")
    KeysBody keys(
            @AuthenticationPrincipal Caller caller,
            HttpServletRequest request,
            @RequestParam @Text(max = 200) String purpose) {
        readings.record(caller, request, purpose);
        return new KeysBody(keys.origin(), keys.published());
    }

    @GetMapping("/proofs/inclusion")
    @Operation(
            summary = "That an event is in the log",
            description = "RFC 6962, 2.1.1. The tree is that of the last checkpoint, unless treeSize names another.")
    InclusionBody inclusion(
            @AuthenticationPrincipal Caller caller,
            HttpServletRequest request,
            @RequestParam @Text(max = 200) String purpose,
            @RequestParam long position,
            @RequestParam(required = false) @Nullable Long treeSize) {
        readings.record(caller, request, purpose);
        long size = size("treeSize", treeSize);
        if (position < 1 || position > size) {
            throw InvalidRequest.of("position", "must be from 1 to " + size);
        }
        MerkleProofs proofs = tree.proofs();
        return new InclusionBody(
                position,
                size,
                text(tree.tiles().leaves(position - 1, 1).getFirst()),
                text(proofs.root(size)),
                texts(proofs.inclusion(position - 1, size)));
    }

    @GetMapping("/proofs/consistency")
    @Operation(
            summary = "That the log was only added to",
            description = "RFC 6962, 2.1.2: the tree of the first to events begins with the tree of the first from."
                    + " The second is that of the last checkpoint, unless to names another.")
    ConsistencyBody consistency(
            @AuthenticationPrincipal Caller caller,
            HttpServletRequest request,
            @RequestParam @Text(max = 200) String purpose,
            @RequestParam long from,
            @RequestParam(required = false) @Nullable Long to) {
        readings.record(caller, request, purpose);
        long size = size("to", to);
        if (from < 0 || from > size) {
            throw InvalidRequest.of("from", "must be from 0 to " + size);
        }
        MerkleProofs proofs = tree.proofs();
        return new ConsistencyBody(
                from, size, text(proofs.root(from)), text(proofs.root(size)), texts(proofs.consistency(from, size)));
    }

    private long size(String name, @Nullable Long asked) {
        if (asked == null) {
            return tree.checkpoints().latest().map(Signed::size).orElseThrow(ProofController::nothingSigned);
        }
        long size = tree.size();
        if (asked < 0 || asked > size) {
            throw InvalidRequest.of(name, "must be from 0 to " + size + ", the events in the tree");
        }
        return asked;
    }

    private static StoreUnavailable nothingSigned() {
        return new StoreUnavailable("nothing is signed yet", new IllegalStateException("the tree is empty"));
    }

    private static String text(byte[] hash) {
        return Base64.getEncoder().encodeToString(hash);
    }

    private static List<String> texts(List<byte[]> hashes) {
        return hashes.stream().map(ProofController::text).toList();
    }
}
