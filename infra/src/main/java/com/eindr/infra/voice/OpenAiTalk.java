package com.eindr.infra.voice;

import com.eindr.voice.web.talk.Talk;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Talks to any model behind the OpenAI-compatible API, through LangChain4j. */
final class OpenAiTalk implements Talk {
    /** So many conversations at once on this node: each holds a connection, and the model has few hands. */
    private static final int MOST_AT_ONCE = 16;

    private final ChatProperties properties;
    private final CircuitBreaker breaker;
    private final HttpClient http;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    OpenAiTalk(ChatProperties properties, CircuitBreaker breaker, HttpClient http) {
        this.properties = properties;
        this.breaker = breaker;
        this.http = http;
    }

    @Override
    public boolean isThere() {
        return true;
    }

    @Override
    public Answer next(Prompt prompt, Consumer<String> heard) {
        if (prompt.within().isNegative() || prompt.within().isZero()) {
            throw new TalkFailed("it has taken as long as it may");
        }
        if (!places.tryAcquire()) {
            throw new TalkFailed("too many are talking to it");
        }
        Hearing hearing = new Hearing(new ChatCall(http, prompt.within()), heard);
        try {
            return breaker.executeSupplier(() -> said(prompt, hearing));
        } catch (CallNotPermittedException e) {
            throw new TalkFailed("it has failed too often of late", e);
        } finally {
            places.release();
            hearing.rethrow();
        }
    }

    private Answer said(Prompt prompt, Hearing hearing) {
        try {
            OpenAiStreamingChatModel.builder()
                    .baseUrl(properties.url())
                    .apiKey(properties.key())
                    .modelName(properties.model())
                    .httpClientBuilder(hearing.call)
                    .build()
                    .chat(request(prompt), hearing);
        } catch (RuntimeException e) {
            hearing.onError(e);
        }
        return hearing.answer();
    }

    private static ChatRequest request(Prompt prompt) {
        List<ChatMessage> messages = new ArrayList<>();
        messages.add(SystemMessage.from(prompt.instructions()));
        prompt.lines().stream().map(OpenAiTalk::message).forEach(messages::add);
        ChatRequest.Builder request = ChatRequest.builder().messages(messages).maxOutputTokens(prompt.mostTokens());
        return (prompt.tools().isEmpty()
                        ? request
                        : request.toolSpecifications(
                                prompt.tools().stream().map(OpenAiTalk::tool).toList()))
                .build();
    }

    private static ChatMessage message(Line line) {
        return switch (line) {
            case Line.Said said -> UserMessage.from(said.text());
            case Line.Answered answered -> answered(answered.answer());
            case Line.Came came ->
                ToolExecutionResultMessage.from(came.call().id(), came.call().name(), came.json());
        };
    }

    private static AiMessage answered(Answer answer) {
        List<ToolExecutionRequest> calls = answer.calls().stream()
                .map(call -> ToolExecutionRequest.builder()
                        .id(call.id())
                        .name(call.name())
                        .arguments(call.arguments())
                        .build())
                .toList();
        AiMessage.Builder message = AiMessage.builder().toolExecutionRequests(calls);
        return (answer.text().isEmpty() ? message : message.text(answer.text())).build();
    }

    private static ToolSpecification tool(Tool tool) {
        JsonObjectSchema.Builder parameters = JsonObjectSchema.builder();
        for (Parameter parameter : tool.parameters()) {
            if (parameter.values().isEmpty()) {
                parameters.addStringProperty(parameter.name(), parameter.description());
            } else {
                parameters.addEnumProperty(parameter.name(), parameter.values(), parameter.description());
            }
        }
        return ToolSpecification.builder()
                .name(tool.name())
                .description(tool.description())
                .parameters(parameters
                        .required(tool.parameters().stream()
                                .filter(Parameter::isRequired)
                                .map(Parameter::name)
                                .toList())
                        .additionalProperties(false)
                        .build())
                .build();
    }

    /** Gathers one answer; all on the thread that asked. */
    private static final class Hearing implements StreamingChatResponseHandler {
        private final ChatCall call;
        private final Consumer<String> heard;
        private @Nullable ChatResponse complete;
        private @Nullable Throwable failure;
        private @Nullable RuntimeException unheard;

        private Hearing(ChatCall call, Consumer<String> heard) {
            this.call = call;
            this.heard = heard;
        }

        @Override
        public void onPartialResponse(String words) {
            if (unheard != null) {
                return;
            }
            try {
                heard.accept(words);
            } catch (RuntimeException e) {
                // LangChain4j would log it and read on.
                unheard = e;
                call.end();
            }
        }

        @Override
        public void onCompleteResponse(ChatResponse response) {
            complete = response;
        }

        @Override
        public void onError(Throwable error) {
            if (failure == null) {
                failure = error;
            }
        }

        /** Whoever no longer listens is no failure of the model's. */
        private void rethrow() {
            if (unheard != null) {
                throw unheard;
            }
        }

        private Answer answer() {
            if (unheard != null) {
                return new Answer("", List.of());
            }
            if (call.isLate()) {
                throw new TalkFailed("it takes too long");
            }
            if (failure != null) {
                throw new TalkFailed(failure.toString(), failure);
            }
            if (complete == null) {
                throw new TalkFailed("it says nothing");
            }
            AiMessage message = complete.aiMessage();
            String text = message.text() == null ? "" : message.text();
            List<Call> calls = Stream.ofNullable(message.toolExecutionRequests())
                    .flatMap(List::stream)
                    .map(asked -> new Call(text(asked.id()), text(asked.name()), text(asked.arguments())))
                    .toList();
            if (text.isBlank() && calls.isEmpty()) {
                throw new TalkFailed("it says nothing");
            }
            return new Answer(text, calls);
        }

        private static String text(@Nullable String text) {
            return text == null ? "" : text;
        }
    }
}
