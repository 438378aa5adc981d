package io.fluxj.source.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class TagIndexTest {
    private static TagIndex of(String... keys) throws IOException {
        TagIndex index = new TagIndex(10);
        for (String key : keys) {
            index.add(key, "tag");
        }
        return index;
    }

    /** Of the recorded scenario bucket-folder-objects. */
    @Test
    void computesTheRevisionOfTheRecording() throws IOException {
        TagIndex index = new TagIndex(10);
        index.add("a.yaml", "60b725f10c9c85c70d97880dfe8191b3");

        assertThat(index.revision())
                .hasToString("sha256:ef4660ca1f771ae183f12085e353d0ae700b56c02156fb4d4350ac6979ed7a07");
    }

    @Test
    void givesNoMeaningToDoubledSlashesAndDots() throws IOException {
        assertThat(of("/a//b/./c").files("x")).containsEntry("/a//b/./c", "a/b/c");
    }

    @Test
    void refusesKeysThatLeadOut() {
        assertThatThrownBy(() -> of("a/../../b").files("x"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the key 'a/../../b' leads out of its folder (..)");
        assertThatThrownBy(() -> of("..").files("x")).hasMessageContaining("leads out");
        assertThatThrownBy(() -> of("a\0b").files("x")).hasMessageContaining("no file can be called");
        assertThatThrownBy(() -> of("y".repeat(300)).files("x")).hasMessageContaining("no file can be called");
    }

    @Test
    void refusesKeysOfOneFile() {
        assertThatThrownBy(() -> of("a/b", "a//b").files("x"))
                .hasMessage("the keys 'a//b' and 'a/b' stand for the same file");
        assertThatThrownBy(() -> of("./x").files("x")).hasMessageContaining("stand for the same file");
    }

    @Test
    void refusesAFileThatIsAFolderToo() {
        assertThatThrownBy(() -> of("a", "a/b/c").files("x"))
                .hasMessageContaining("the key 'a' stands for a file and for a folder");
    }

    @Test
    void refusesMoreObjectsThanItMayHold() {
        assertThatThrownBy(() -> of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"))
                .hasMessageContaining("more than 10 objects");
    }
}
