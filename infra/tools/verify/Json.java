import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads one JSON object with texts, whole numbers, nulls and objects in it, which is all an export has. It is strict, so
 * that no two readers can see different things in one line: a name that stands twice is an error.
 */
final class Json {
    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException if it is anything else */
    static Map<String, Object> object(String text) {
        Json json = new Json(text);
        Map<String, Object> object = json.object();
        if (json.at != text.length()) {
            throw json.error();
        }
        return object;
    }

    private Map<String, Object> object() {
        Map<String, Object> members = new LinkedHashMap<>();
        expect('{');
        if (peek() == '}') {
            at++;
            return members;
        }
        while (true) {
            String name = string();
            expect(':');
            Object value = value();
            if (members.containsKey(name)) {
                throw error();
            }
            members.put(name, value);
            if (peek() == ',') {
                at++;
            } else {
                expect('}');
                return members;
            }
        }
    }

    private Object value() {
        char first = peek();
        if (first == '"') {
            return string();
        } else if (first == '{') {
            return object();
        } else if (text.startsWith("null", at)) {
            at += 4;
            return null;
        }
        return number();
    }

    private Long number() {
        int start = at;
        if (peek() == '-') {
            at++;
        }
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        String digits = text.substring(start, at);
        if (!digits.matches("0|-?[1-9][0-9]{0,18}")) {
            throw error();
        }
        return Long.valueOf(digits);
    }

    private String string() {
        expect('"');
        StringBuilder string = new StringBuilder();
        while (peek() != '"') {
            char next = text.charAt(at++);
            if (next < ' ') {
                throw error();
            }
            string.append(next == '\\' ? escaped() : next);
        }
        at++;
        return string.toString();
    }

    private char escaped() {
        char kind = peek();
        at++;
        switch (kind) {
            case '"':
            case '\\':
            case '/':
                return kind;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u':
                at += 4;
                if (at > text.length() || !text.substring(at - 4, at).matches("[0-9a-fA-F]{4}")) {
                    throw error();
                }
                return (char) Integer.parseInt(text.substring(at - 4, at), 16);
            default:
                throw error();
        }
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw error();
        }
        at++;
    }

    private char peek() {
        if (at >= text.length()) {
            throw error();
        }
        return text.charAt(at);
    }

    private IllegalArgumentException error() {
        return new IllegalArgumentException("not as an export is written, at character " + at);
    }
}
