package com.eindr.infra.security;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.LowLevelHttpRequest;
import com.google.api.client.http.LowLevelHttpResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers the Admin SDK's question for Google's certificates with our own, and every other question with a failure: the
 * verifier is the one of production, and nothing leaves the machine.
 */
final class LocalCertificates extends HttpTransport {
    private static final String CERTIFICATES = "/x509/securetoken@system.gserviceaccount.com";

    private final byte[] answer;

    LocalCertificates(LocalKey key) {
        this.answer = new JsonMapper().writeValueAsBytes(Map.of(key.id(), key.certificate()));
    }

    @Override
    protected LowLevelHttpRequest buildRequest(String method, String url) throws IOException {
        if (!url.endsWith(CERTIFICATES)) {
            throw new IOException("the embedded mode does not call " + url);
        }
        return new LowLevelHttpRequest() {
            @Override
            public void addHeader(String name, String value) {
                // There is nobody to read it.
            }

            @Override
            public LowLevelHttpResponse execute() {
                return new Certificates(answer);
            }
        };
    }

    private static final class Certificates extends LowLevelHttpResponse {
        private static final List<String> NAMES = List.of("Content-Type", "Cache-Control");
        private static final List<String> VALUES = List.of("application/json; charset=UTF-8", "max-age=86400");

        private final byte[] content;

        Certificates(byte[] content) {
            this.content = content;
        }

        @Override
        public InputStream getContent() {
            return new ByteArrayInputStream(content);
        }

        @Override
        public String getContentEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public long getContentLength() {
            return content.length;
        }

        @Override
        public String getContentType() {
            return VALUES.getFirst();
        }

        @Override
        public String getStatusLine() {
            return "HTTP/1.1 200 OK";
        }

        @Override
        public int getStatusCode() {
            return 200;
        }

        @Override
        public String getReasonPhrase() {
            return "OK";
        }

        @Override
        public int getHeaderCount() {
            return NAMES.size();
        }

        @Override
        public String getHeaderName(int index) {
            return NAMES.get(index);
        }

        @Override
        public String getHeaderValue(int index) {
            return VALUES.get(index);
        }
    }
}
