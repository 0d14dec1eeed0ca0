package io.offsetwise.bootstrap.secret;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;

/**
 * Spark's web UI on loopback.
 *
 * @param port of the driver
 */
record WebPages(int port) {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

  private static final List<String> PAGES =
      List.of(
          "/environment/",
          "/executors/",
          "/executors/threadDump/?executorId=driver",
          "/jobs/",
          "/stages/",
          "/storage/",
          "/streaming/",
          "/metrics/json/");

  /** What all pages and the interface beside them show. */
  List<String> texts() {
    return Stream.concat(PAGES.stream(), Stream.of(application() + "/environment"))
        .map(this::text)
        .toList();
  }

  boolean isThere() {
    try {
      return !text("/streaming/").isEmpty();
    } catch (IllegalStateException notYet) {
      return false;
    }
  }

  private String application() {
    String applications = "/api/v1/applications";
    try {
      return applications
          + "/"
          + new ObjectMapper().readTree(text(applications)).get(0).get("id").asText();
    } catch (IOException e) {
      throw new IllegalStateException(applications, e);
    }
  }

  private String text(String page) {
    URI address = URI.create("http://127.0.0.1:" + port + page);
    try {
      HttpResponse<String> answer =
          CLIENT.send(
              HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(address + " answers " + answer.statusCode());
      }
      return answer.body();
    } catch (IOException e) {
      throw new IllegalStateException(address.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
