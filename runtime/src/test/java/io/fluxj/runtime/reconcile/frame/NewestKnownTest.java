package io.fluxj.runtime.reconcile.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.api.source.v1.GitRepository;
import org.junit.jupiter.api.Test;

class NewestKnownTest {
    private final NewestKnown<GitRepository> newest = new NewestKnown<>();

    private static GitRepository version(String uid, String version) {
        GitRepository repository = new GitRepository();
        repository.getMetadata().setName("repo");
        repository.getMetadata().setNamespace("apps");
        repository.getMetadata().setUid(uid);
        repository.getMetadata().setResourceVersion(version);
        return repository;
    }

    @Test
    void anAnswerCountsUntilTheWatchHasCaughtUp() {
        GitRepository answer = version("u", "10");
        GitRepository lagging = version("u", "9");
        GitRepository later = version("u", "11");
        newest.answered(answer);

        assertThat(newest.of(lagging)).isSameAs(answer);
        assertThat(newest.of(later)).isSameAs(later);

        newest.watched(later);
        assertThat(newest.of(lagging)).isSameAs(lagging);
    }

    @Test
    void anAnswerAboutAnEarlierObjectOfTheSameNameDoesNotCount() {
        newest.answered(version("old", "10"));
        GitRepository recreated = version("new", "9");

        assertThat(newest.of(recreated)).isSameAs(recreated);
    }
}
