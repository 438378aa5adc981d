package io.fluxj.golden;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.Reader;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.events.ScalarEvent;

/** YAML as those who recorded read and write it: {@code 1e3} is a text there, a number with an exponent has a point and a sign. */
final class RecordedYaml extends YAMLFactory {
    private static final long serialVersionUID = 1L;

    @Override
    protected YAMLParser _createParser(Reader reader, IOContext context) {
        return new Parser(context, _parserFeatures, _yamlParserFeatures, _loaderOptions, _objectCodec, reader);
    }

    private static final class Parser extends YAMLParser {
        private static final Pattern EXPONENT = Pattern.compile("[-+0-9_.]+[eE].*");
        private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9][0-9_]*\\.[0-9_]*[eE][-+][0-9]+");

        Parser(
                IOContext context,
                int features,
                int yamlFeatures,
                LoaderOptions options,
                ObjectCodec codec,
                Reader reader) {
            super(context, features, yamlFeatures, options, codec, reader);
        }

        @Override
        protected JsonToken _decodeScalar(ScalarEvent scalar) throws IOException {
            JsonToken token = super._decodeScalar(scalar);
            boolean text = token == JsonToken.VALUE_NUMBER_FLOAT
                    && EXPONENT.matcher(scalar.getValue()).matches()
                    && !NUMBER.matcher(scalar.getValue()).matches();
            return text ? JsonToken.VALUE_STRING : token;
        }
    }
}
