package io.fluxj.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class EntryTest {
    private static final String CHAIN = "00112233445566778899aabbccddeeff";

    /** Made with sha256sum. */
    private static final String FIRST = "efaeffa8bd24a165d785af03ab391b5f47a364eb1472c9f21fa1d0c6a783c41f";

    private static final String SECOND = "09ecfb028fd937da66013ac4adbaed1434ad1a1c6b0c3ba92f9d3e96c5344f3d";

    /** Made with openssl dgst -sha256 -hmac s3cret. */
    private static final String KEYED = "c7dc01c9361cac237ba7133ec0456246900f2d79fd24e53ab2ec3a230f93727e";

    private static final String RECORD = "{\"who\":\"kustomize-controller\",\"what\":\"a\"}";

    @Test
    void isHashedAsOtherToolsDo() {
        Entry first = Entry.after(new Head(CHAIN, 0, Head.NOTHING), RECORD, new Seal.Plain());
        Entry second = Entry.after(first.head(), "{\"what\":\"b\"}", new Seal.Plain());

        assertThat(first.line())
                .isEqualTo("{\"chain\":\"" + CHAIN + "\",\"n\":1,\"prev\":\"" + "0".repeat(64) + "\",\"record\":"
                        + RECORD + ",\"hash\":\"" + FIRST + "\"}");
        assertThat(second.line())
                .isEqualTo("{\"chain\":\"" + CHAIN + "\",\"n\":2,\"prev\":\"" + FIRST
                        + "\",\"record\":{\"what\":\"b\"},\"hash\":\"" + SECOND + "\"}");
    }

    @Test
    void isSealedWithAKeyWhereThereIsOne() {
        Seal seal = Seal.of("s3cret".getBytes(StandardCharsets.UTF_8));

        Entry first = Entry.after(new Head(CHAIN, 0, Head.NOTHING), RECORD, seal);

        assertThat(first.head().hash()).isEqualTo(KEYED);
        assertThat(first.isSealedBy(seal)).isTrue();
        assertThat(first.isSealedBy(new Seal.Plain())).isFalse();
        assertThat(seal.toString()).doesNotContain("s3cret");
    }

    @Property
    void isReadAsItWasWritten(@ForAll String text) {
        String record = "{\"x\":\"" + text.replaceAll("[\\r\\n]", "") + "\"}";
        Entry entry = Entry.after(Head.start(), record, new Seal.Plain());

        assertThat(Entry.parse(entry.line())).contains(entry);
    }

    @Property
    void nothingElseIsRead(@ForAll String text) {
        assertThat(Entry.parse(text)).isEmpty();
    }

    @Test
    void aRecordIsOneObjectOnOneLine() {
        for (String record : new String[] {"", "[]", "{\"a\":\n1}", "x", "{\"a\":1}\r"}) {
            assertThatThrownBy(() -> Entry.after(Head.start(), record, new Seal.Plain()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
