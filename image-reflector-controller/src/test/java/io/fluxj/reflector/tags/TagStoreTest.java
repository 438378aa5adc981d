package io.fluxj.reflector.tags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.runtime.client.WriteFence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagStoreTest {
    private static final TagOwner APP = new TagOwner("apps", "web");

    @TempDir
    Path root;

    @ParameterizedTest
    @ValueSource(longs = {0, 1 << 20})
    void keepsTagsOverRestarts(long compressAbove) throws IOException {
        List<String> tags =
                IntStream.range(0, 5000).mapToObj(i -> "1." + i + ".é").toList();
        open(compressAbove).write(APP, tags);

        assertThat(open(compressAbove).read(APP)).contains(tags);
        assertThat(open(compressAbove).read(new TagOwner("apps", "other"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1 << 20})
    void readsAllTagsOfACutFileOrNone(long compressAbove) throws IOException {
        TagStore store = open(compressAbove);
        List<String> tags = List.of("2.0.0", "1.0.0");
        store.write(APP, tags);
        Path file = root.resolve("imagerepository/apps/web/tags");
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            assertThat(store.read(APP).orElse(tags)).as("%d bytes", length).isEqualTo(tags);
        }
    }

    @Test
    void removesWhatADeadProcessLeftAndNothingElse() throws Exception {
        TagStore store = open(1 << 20);
        store.write(APP, List.of("1.0.0"));
        Path left = Files.writeString(root.resolve("imagerepository/apps/web/.unfinished-1"), "x");

        store.sweep().close();

        assertThat(left).doesNotExist();
        assertThat(store.read(APP)).contains(List.of("1.0.0"));
    }

    @Test
    void forgetsAnObjectWithItsFolders() throws IOException {
        TagStore store = open(1 << 20);
        store.write(APP, List.of("1.0.0"));
        store.write(new TagOwner("apps", "other"), List.of("1.0.0"));

        store.remove(APP);

        assertThat(store.read(APP)).isEmpty();
        assertThat(root.resolve("imagerepository/apps/web")).doesNotExist();
        store.remove(new TagOwner("apps", "other"));
        assertThat(root.resolve("imagerepository/apps")).doesNotExist();
        store.remove(APP);
    }

    @Test
    void namesLeadNowhereElse() {
        assertThatThrownBy(() -> new TagOwner("apps", "../other")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TagOwner("..", "web")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writesNothingWithoutTheLease() throws IOException {
        TagStore store = TagStore.open(
                root,
                () -> {
                    throw new IllegalStateException("no lease");
                },
                1);
        assertThatThrownBy(() -> store.write(APP, List.of("1.0.0"))).hasMessage("no lease");
        assertThat(open(1).read(APP)).isEmpty();
        assertThat(root.resolve("imagerepository/apps/web")).isEmptyDirectory();
    }

    private TagStore open(long compressAbove) throws IOException {
        return TagStore.open(root, WriteFence.none(), compressAbove);
    }
}
