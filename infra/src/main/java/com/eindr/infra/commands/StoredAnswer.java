package com.eindr.infra.commands;

import com.eindr.shared.Refusal;
import com.eindr.shared.RefusalReason;
import com.eindr.shared.web.KeyReused;
import com.eindr.shared.web.Receipt;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a caller's idempotency key was answered with.
 *
 * @param refusal JSON of {@link #toJson}; null where the answer is the receipt
 */
record StoredAnswer(
        String fingerprint, Receipt receipt, @Nullable String refusal) {
    private static final JsonMapper JSON = new JsonMapper();

    /** The first answer once more. */
    Receipt repeat(String presentFingerprint) {
        if (!fingerprint.equals(presentFingerprint)) {
            throw new KeyReused("this idempotency key was used with another request");
        }
        if (refusal != null) {
            throw fromJson(refusal);
        }
        return receipt;
    }

    static String toJson(Refusal refusal) {
        ObjectNode json = JSON.createObjectNode()
                .put("type", ((Enum<?>) refusal.reason()).getDeclaringClass().getName())
                .put("reason", ((Enum<?>) refusal.reason()).name())
                .put("detail", refusal.detail());
        refusal.facts().forEach(json.putObject("facts")::put);
        return json.put("field", refusal.field()).toString();
    }

    private static Refusal fromJson(String stored) {
        JsonNode json = JSON.readTree(stored);
        RefusalReason reason =
                reason(json.path("type").asString(), json.path("reason").asString());
        String detail = json.path("detail").asString();
        Refusal refusal = json.path("field").isNull()
                ? Refusal.of(reason, detail)
                : Refusal.ofField(reason, json.path("field").asString(), detail);
        Map<String, String> facts = new LinkedHashMap<>();
        json.path("facts")
                .properties()
                .forEach(fact -> facts.put(fact.getKey(), fact.getValue().asString()));
        return refusal.with(facts);
    }

    private static RefusalReason reason(String type, String name) {
        try {
            Object[] constants =
                    Class.forName(type).asSubclass(RefusalReason.class).getEnumConstants();
            return Arrays.stream(constants == null ? new Object[0] : constants)
                    .filter(constant -> ((Enum<?>) constant).name().equals(name))
                    .map(RefusalReason.class::cast)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(type + " has no " + name));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("a refusal of a feature that is gone", e);
        }
    }
}
