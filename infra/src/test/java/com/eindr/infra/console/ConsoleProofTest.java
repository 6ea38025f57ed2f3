package com.eindr.infra.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.awaitility.Awaitility.await;

import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import com.eindr.shared.web.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/** What the browser calculates, and what it says about what does not fit. The last test damages the log. */
@EindrTest
@TestPropertySource(properties = {"eindr.proof.every=100ms", "logging.level.org.openqa.selenium=error"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class ConsoleProofTest {
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final String MODULES = """
        const {climb, grow, leafHash, leafOf, bytesOf, sha256} = await import('/console/js/merkle.js');
        const {readNote} = await import('/console/js/note.js');
        const {verifyInclusion, verifyConsistency} = await import('/console/js/verify.js');
        const {hex} = await import('/console/js/format.js');
        """;
    /** Asks as the page does; the token is the first argument. */
    private static final String ASK = """
        const ask = (path, accept) => fetch('/api/v1/audit/' + path + (path.includes('?') ? '&' : '?') + 'purpose=test',
            {headers: {Authorization: 'Bearer ' + args[0], Accept: accept ?? 'application/json'}});
        const checkpoint = readNote(await (await ask('checkpoint', 'text/plain')).text());
        const keys = (await (await ask('keys')).json()).keys;
        const lines = (await (await ask('events', 'application/x-ndjson')).text()).trim().split('\\n')
            .map((line) => JSON.parse(line)).filter((line) => line.position);
        """;

    private final ApiClient api;
    private final JdbcTemplate database;
    private final Chromium browser;
    private final Console console;

    @Autowired
    ConsoleProofTest(ApiClient api, JdbcTemplate database) {
        this.api = api;
        this.database = database;
        this.browser = new Chromium();
        this.console = new Console(browser, api);
        for (int i = 0; i < 20; i++) {
            api.as("ana")
                    .post("notes", Map.of("content", "The key is under mat " + i))
                    .expect(201);
        }
    }

    @AfterEach
    void the_browser_has_nothing_to_complain_about() {
        assertThat(browser.complaints()).isEmpty();
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    @Order(1)
    void the_browser_hashes_the_known_leaves_of_rfc_6962_to_the_known_roots() {
        console.open();
        Object said = browser.runAsync(MODULES + """
            const bytes = (text) => Uint8Array.from(text.match(/../g) ?? [], (byte) => parseInt(byte, 16));
            const beside = ['96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
                '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
                '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4'].map(bytes);
            const first = await leafHash(bytes(''));
            const both = await grow(1, 8, first, beside);
            return [await sha256(), first, await leafHash(bytes('00')), (await climb(0, 8, first, beside)).root,
                both.older, both.newer].map(hex);
            """);
        String root = "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328";
        String first = "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d";
        assertThat(said)
                .isEqualTo(List.of(
                        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                        first,
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        root,
                        first,
                        root));
    }

    @Test
    @Order(2)
    void what_the_server_proves_of_events_and_of_checkpoints_the_browser_finds_too() {
        awaitSigned(last());
        console.open();
        Object said = browser.runAsync(MODULES + ASK + """
            const wrong = [];
            const size = checkpoint.size;
            for (const position of [1, 2, 3, 7, 8, 9, 16, 17, size - 1, size]) {
              const proof = await (await ask(`proofs/inclusion?position=${position}&treeSize=${size}`)).json();
              const line = lines[position - 1];
              const {state, summary} = await verifyInclusion({position, line, checkpoint, proof, keys, own: false});
              if (state !== 'ok') wrong.push(summary);
              const older = readNote(await (await ask(`checkpoint?treeSize=${position}`, 'text/plain')).text());
              const grown = await (await ask(`proofs/consistency?from=${older.size}&to=${size}`)).json();
              const found = await verifyConsistency({older, newer: checkpoint, proof: grown, keys, own: false});
              if (found.state !== 'ok') wrong.push(found.summary);
            }
            return wrong;
            """, token());
        assertThat(said).isEqualTo(List.of());
    }

    @Test
    @Order(3)
    void every_false_answer_is_named() {
        awaitSigned(last());
        console.open();
        Object said = browser.runAsync(MODULES + ASK + """
            const size = checkpoint.size;
            const proof = await (await ask(`proofs/inclusion?position=5&treeSize=${size}`)).json();
            const grown = await (await ask(`proofs/consistency?from=5&to=${size}`)).json();
            const line = lines[4];
            const good = {position: 5, line, checkpoint, proof, keys, own: true};
            const flip = (base64) => (base64[0] === 'A' ? 'B' : 'A') + base64.slice(1);
            const note = (change) => readNote(change(checkpoint.note));
            const [text, signature] = checkpoint.note.split('\\n\\n');
            const changes = [
              {line: {...line, payload: line.payload + ' '}},
              {line: {...line, timestamp: line.timestamp.replace(/..Z$/, '00Z').replace(/^2/, '1')}},
              {line: {...line, aggregateType: null}},
              {line: lines[5], position: 5},
              {proof: {...proof, hashes: proof.hashes.slice(1)}},
              {proof: {...proof, hashes: [flip(proof.hashes[0]), ...proof.hashes.slice(1)]}},
              {proof: {...proof, leafHash: flip(proof.leafHash)}},
              {position: 6},
              {checkpoint: {...checkpoint, root: new Uint8Array(32)}},
              {checkpoint: note((each) => each.replace(/(\\u2014 \\S+ .{20})(.)/, (_, a, b) => a + flip(b)))},
              {checkpoint: note((each) => each.replace(/\\u2014 \\S+/, '\\u2014 somebody'))},
            ];
            const found = [await verifyInclusion(good)];
            for (const change of changes) found.push(await verifyInclusion({...good, ...change}));
            const older = {...checkpoint, size: 5, root: new Uint8Array(32)};
            found.push(await verifyConsistency({older, newer: checkpoint, proof: grown, keys, own: true}));
            return found.map(({state, summary}) => `${state}: ${summary}`);
            """, token());
        assertThat(said)
                .asInstanceOf(list(String.class))
                .satisfiesExactly(
                        good -> assertThat(good).startsWith("ok: Event 5 is, byte for byte, in the log of "),
                        payload -> assertThat(payload).startsWith("wrong: Event 5 is not what it was"),
                        time -> assertThat(time).startsWith("wrong: Event 5 is not what it was"),
                        type -> assertThat(type).startsWith("wrong: Event 5 is not what it was"),
                        another -> assertThat(another).startsWith("wrong: Event 5 is not what it was"),
                        fewer -> assertThat(fewer).startsWith("wrong: The proof cannot be right"),
                        beside -> assertThat(beside).contains("wrong: The root of the ", "is not the signed one"),
                        leaf -> assertThat(leaf).startsWith("wrong: Event 5 is not what it was"),
                        moved -> assertThat(moved).startsWith("wrong: Event 6 is not what it was"),
                        root -> assertThat(root).contains("wrong: The root of the ", "is not the signed one"),
                        signature -> assertThat(signature).startsWith("wrong: The signature of the checkpoint"),
                        signer -> assertThat(signer).startsWith("wrong: No given key has signed"),
                        older -> assertThat(older).contains("wrong: The root of the 5 events is not the signed one"));
    }

    @Test
    @Order(4)
    void an_auditor_proves_an_event_and_that_the_log_has_only_grown_since_it_was_seen_before() {
        awaitSigned(last());
        console.signIn("auditor");
        browser.find("nav a", "Proof").click();
        browser.awaitText("h1", "Proof");
        browser.type("[name=position]", "3");
        browser.press(Keys.ENTER);
        browser.awaitText(".verdict h2", "Proven");
        assertThat(browser.find(".verdict").getText())
                .contains("Event 3 is, byte for byte, in the log of ", "as this server names it");
        assertThat(browser.find(".picture svg").getDomAttribute("aria-label"))
                .startsWith("From event 3 over ")
                .endsWith("up to the root, which is the signed one.");
        // What was read for it was recorded after the checkpoint, so the next one is another.
        awaitSigned(last());

        // Another visit: the browser still knows what it has seen.
        console.signIn("auditor");
        browser.go("#/proof", "Proof");
        browser.find("button", "Get the newest").click();
        browser.awaitTrue("document.querySelectorAll('[name=older] option').length === 2");
        browser.find("button", "Compare").click();
        browser.awaitText(".verdict h2", "Proven");
        assertThat(browser.find(".verdict").getText()).contains("none of them was altered, removed, inserted or moved");
        assertThat(browser.find(".picture svg").getDomAttribute("aria-label"))
                .contains("are those that were signed before");
    }

    @Test
    @Order(5)
    void a_checkpoint_that_somebody_made_up_is_not_believed() {
        console.signIn("auditor");
        browser.go("#/proof", "Proof");
        String[] lines = api.as("rita", Role.AUDITOR)
                .get("audit/checkpoint?treeSize=9&purpose=test")
                .expect(200)
                .body()
                .split("\n");
        lines[2] = (lines[2].startsWith("A") ? "B" : "A") + lines[2].substring(1);
        String size = lines[1] + " event";
        browser.find("button", "Get the newest").click();
        browser.awaitTrue("document.querySelectorAll('[name=older] option').length > 0");
        browser.find("summary", "Add one that you have kept").click();
        browser.run("document.querySelector('[name=checkpoint]').value = arguments[0]", String.join("\n", lines));
        browser.find("button", "Add").click();
        browser.awaitTrue("document.querySelector('[name=older]').selectedOptions[0].text.startsWith('" + size + "')");
        browser.find("button", "Compare").click();
        browser.awaitText(".verdict h2", "Wrong");
        browser.awaitText(".steps", "The signature of the checkpoint of " + size);
        browser.awaitText(".steps .wrong", "is wrong");
        browser.type("[name=checkpoint]", "nothing of that kind");
        browser.find("button", "Add").click();
        browser.awaitText(".problem", "this is no signed checkpoint");
    }

    @Test
    @Order(6)
    void a_byte_that_somebody_changed_in_the_database_is_seen_in_the_browser() {
        awaitSigned(last());
        database.execute("ALTER TABLE domain_event_entry DISABLE TRIGGER ALL");
        database.update("UPDATE domain_event_entry SET payload = set_byte(payload, 5, 120) WHERE global_index = 4");
        console.signIn("auditor");
        browser.go("#/proof/4", "Proof");
        browser.awaitText(".verdict h2", "Wrong");
        assertThat(browser.find(".verdict .summary").getText())
                .isEqualTo("Event 4 is not what it was when it was signed.");
        assertThat(browser.find(".picture svg").getDomAttribute("aria-label")).endsWith("The stored event is another.");
        browser.go("#/proof/5", "Proof");
        browser.awaitText(".verdict h2", "Proven");
    }

    private String token() {
        return api.token("rita", Role.AUDITOR);
    }

    private long last() {
        Long last = database.queryForObject("SELECT max(global_index) FROM domain_event_entry", Long.class);
        return last == null ? 0 : last;
    }

    private long signed() {
        Long size = database.queryForObject("SELECT max(tree_size) FROM log_checkpoint", Long.class);
        return size == null ? 0 : size;
    }

    private void awaitSigned(long position) {
        await().atMost(SOON).until(() -> signed() >= position);
    }
}
