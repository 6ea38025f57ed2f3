package com.eindr.infra.flags;

import com.eindr.account.FlagName;
import com.eindr.shared.UserId;
import dev.openfeature.sdk.ErrorCode;
import dev.openfeature.sdk.EvaluationContext;
import dev.openfeature.sdk.FeatureProvider;
import dev.openfeature.sdk.ImmutableMetadata;
import dev.openfeature.sdk.Metadata;
import dev.openfeature.sdk.ProviderEvaluation;
import dev.openfeature.sdk.Reason;
import dev.openfeature.sdk.Value;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * OpenFeature's provider of our own: what an administrator has set for the person counts, else the switch of the
 * environment. The targeting key of the context is the user's id. All flags are true or false.
 */
final class OwnFlags implements FeatureProvider {
    private final Map<FlagName, Boolean> switches;
    private final PersonalFlags personal;

    OwnFlags(Map<FlagName, Boolean> switches, PersonalFlags personal) {
        this.switches = Map.copyOf(switches);
        this.personal = personal;
    }

    @Override
    public Metadata getMetadata() {
        return () -> "eindr";
    }

    @Override
    public ProviderEvaluation<Boolean> getBooleanEvaluation(
            String key, Boolean otherwise, @Nullable EvaluationContext context) {
        FlagName flag;
        try {
            flag = new FlagName(key);
        } catch (IllegalArgumentException e) {
            return unknown(otherwise, key);
        }
        String user = context == null ? null : context.getTargetingKey();
        Boolean set = user == null ? null : personal.flagsOf(new UserId(user)).get(flag);
        if (set != null) {
            return found(set, Reason.TARGETING_MATCH);
        }
        Boolean on = switches.get(flag);
        return on == null ? unknown(otherwise, key) : found(on, Reason.STATIC);
    }

    private static ProviderEvaluation<Boolean> found(boolean on, Reason reason) {
        ProviderEvaluation<Boolean> evaluation = new ProviderEvaluation<>();
        evaluation.setValue(on);
        evaluation.setVariant(on ? "on" : "off");
        evaluation.setReason(reason.name());
        evaluation.setFlagMetadata(ImmutableMetadata.builder().build());
        return evaluation;
    }

    private static <T> ProviderEvaluation<T> unknown(T otherwise, String key) {
        return failed(otherwise, ErrorCode.FLAG_NOT_FOUND, "no flag is named " + key);
    }

    private static <T> ProviderEvaluation<T> notBoolean(T otherwise) {
        return failed(otherwise, ErrorCode.TYPE_MISMATCH, "flags are true or false");
    }

    private static <T> ProviderEvaluation<T> failed(T otherwise, ErrorCode code, String message) {
        ProviderEvaluation<T> evaluation = new ProviderEvaluation<>();
        evaluation.setValue(otherwise);
        evaluation.setReason(Reason.ERROR.name());
        evaluation.setErrorCode(code);
        evaluation.setErrorMessage(message);
        return evaluation;
    }

    @Override
    public ProviderEvaluation<String> getStringEvaluation(
            String key, String otherwise, @Nullable EvaluationContext context) {
        return notBoolean(otherwise);
    }

    @Override
    public ProviderEvaluation<Integer> getIntegerEvaluation(
            String key, Integer otherwise, @Nullable EvaluationContext context) {
        return notBoolean(otherwise);
    }

    @Override
    public ProviderEvaluation<Double> getDoubleEvaluation(
            String key, Double otherwise, @Nullable EvaluationContext context) {
        return notBoolean(otherwise);
    }

    @Override
    public ProviderEvaluation<Value> getObjectEvaluation(
            String key, Value otherwise, @Nullable EvaluationContext context) {
        return notBoolean(otherwise);
    }
}
