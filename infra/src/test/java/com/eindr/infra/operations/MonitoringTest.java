package com.eindr.infra.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MonitoringTest {
    private static final String ALERTS = "infra/docker/prometheus/alerts.yml";
    private static final String DASHBOARD = "infra/docker/grafana/dashboards/eindr.json";
    private static final Pattern METRIC = Pattern.compile(
            "\\b(?:eindr|http_server|jvm|process|system|hikaricp)_[a-z_]+?(?=_(?:count|sum|max|bucket)\\b|\\b)");

    /** What the application's registry publishes, as Prometheus spells it, without the suffixes of timers. */
    static final Set<String> PUBLISHED = Set.of(
            "eindr_commands_seconds",
            "eindr_eventlog_append_seconds",
            "eindr_eventlog_batch",
            "eindr_projection_lag",
            "eindr_deadline_lateness_seconds",
            "eindr_deadletters",
            "eindr_ledger_imbalance",
            "eindr_proof_broken",
            "eindr_push_total",
            "eindr_redis_fallbacks_total",
            "eindr_search_waiting",
            "http_server_requests_seconds",
            "hikaricp_connections_active",
            "hikaricp_connections_pending",
            "jvm_gc_pause_seconds",
            "jvm_memory_max_bytes",
            "jvm_memory_used_bytes",
            "jvm_threads_live_threads",
            "process_cpu_usage",
            "system_cpu_usage");

    @Test
    void the_dashboard_asks_only_for_metrics_that_there_are() throws IOException {
        assertThat(metrics(dashboardQuestions())).isSubsetOf(PUBLISHED);
    }

    @Test
    void the_dashboard_leaves_out_nothing_of_our_own() throws IOException {
        assertThat(metrics(dashboardQuestions()))
                .containsAll(PUBLISHED.stream()
                        .filter(name -> name.startsWith("eindr_"))
                        .toList());
    }

    @Test
    void every_panel_says_what_it_shows_and_asks_the_provisioned_source() throws IOException {
        String source = String.valueOf(Repository.items(
                        Repository.yaml("infra/docker/grafana/provisioning/datasources/prometheus.yml"), "datasources")
                .getFirst()
                .get("uid"));
        for (JsonNode panel : dashboard().get("panels")) {
            if (!panel.get("type").asString().equals("row")) {
                assertThat(panel.get("description").asString())
                        .as(panel.get("title").asString())
                        .isNotBlank();
                assertThat(panel.get("datasource").get("uid").asString()).isEqualTo(source);
            }
        }
    }

    @Test
    void the_dashboard_is_provisioned_from_where_it_is_mounted() throws IOException {
        Map<String, Object> provider = Repository.items(
                        Repository.yaml("infra/docker/grafana/provisioning/dashboards/eindr.yml"), "providers")
                .getFirst();
        String mount = "./infra/docker/grafana/dashboards:"
                + Repository.under(provider, "options").get("path") + ":ro";

        assertThat(Repository.words(
                        Repository.under(Repository.yaml("docker-compose.yml"), "services", "grafana"), "volumes"))
                .contains(mount);
    }

    @Test
    void every_alert_asks_for_metrics_that_there_are_and_has_a_paragraph_in_the_handbook() throws IOException {
        String handbook = Repository.text("docs/operations.md");
        List<Map<String, Object>> rules = new ArrayList<>();
        for (Map<String, Object> group : Repository.items(Repository.yaml(ALERTS), "groups")) {
            rules.addAll(Repository.items(group, "rules"));
        }

        assertThat(rules).isNotEmpty().allSatisfy(rule -> {
            assertThat(Repository.under(rule, "labels")).containsKey("severity");
            assertThat(Repository.under(rule, "annotations")).containsKey("summary");
            assertThat(metrics(List.of(String.valueOf(rule.get("expr"))))).isSubsetOf(PUBLISHED);
            assertThat(handbook).contains("**" + rule.get("alert") + "**");
        });
    }

    @Test
    void prometheus_scrapes_the_application_where_it_publishes() throws IOException {
        Map<String, Object> prometheus = Repository.yaml("infra/docker/prometheus/prometheus.yml");
        Map<String, Object> application =
                Repository.under(Repository.yaml("docker-compose.yml"), "services", "application");
        Map<String, Object> environment = Repository.under(application, "environment");

        assertThat(Repository.words(prometheus, "rule_files")).containsExactly("/etc/prometheus/alerts.yml");
        assertThat(Repository.items(prometheus, "scrape_configs")).anySatisfy(job -> {
            assertThat(job).containsEntry("metrics_path", "/actuator/prometheus");
            assertThat(Repository.items(job, "dns_sd_configs"))
                    .allSatisfy(names -> assertThat(String.valueOf(names.get("port")))
                            .isEqualTo(environment.get("EINDR_OPERATIONS_PORT")));
        });
        // Clients are let in by another port.
        assertThat(Repository.words(application, "ports"))
                .noneMatch(port -> port.endsWith(":" + environment.get("EINDR_OPERATIONS_PORT")));
    }

    private static JsonNode dashboard() throws IOException {
        return JsonMapper.shared().readTree(Repository.text(DASHBOARD));
    }

    private static List<String> dashboardQuestions() throws IOException {
        List<String> questions = new ArrayList<>();
        for (JsonNode panel : dashboard().get("panels")) {
            for (JsonNode target : panel.path("targets")) {
                questions.add(target.get("expr").asString());
            }
        }
        return questions;
    }

    private static Set<String> metrics(List<String> questions) {
        var names = new TreeSet<String>();
        for (String question : questions) {
            METRIC.matcher(question).results().forEach(found -> names.add(found.group()));
        }
        return names;
    }
}
