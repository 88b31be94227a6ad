package io.attestore.eventlog.codec;

import io.attestore.events.Bytes;
import io.attestore.events.id.Identifier;
import java.lang.reflect.Constructor;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleDeserializers;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** The vocabulary's own types in JSON: identifiers as strings (as keys of maps too), bytes as base64. */
public final class VocabularyModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    public VocabularyModule() {
        addSerializer(new BytesAsBase64());
        addDeserializer(Bytes.class, new BytesFromBase64());
        addSerializer(new IdentifierAsString());
        addKeySerializer(Identifier.class, new IdentifierAsKey());
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addDeserializers(new IdentifierDeserializers());
        context.addKeyDeserializers((type, config, description) ->
                isIdentifier(type.getRawClass()) ? new IdentifierFromKey(type.getRawClass()) : null);
    }

    private static boolean isIdentifier(Class<?> type) {
        return Identifier.class.isAssignableFrom(type) && type.isRecord();
    }

    private static Object identifier(Class<?> type, String text) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructor(String.class);
        return constructor.newInstance(text);
    }

    private static final class BytesAsBase64 extends StdSerializer<Bytes> {
        BytesAsBase64() {
            super(Bytes.class);
        }

        @Override
        public void serialize(Bytes bytes, JsonGenerator json, SerializationContext context) {
            json.writeBinary(bytes.toArray());
        }
    }

    private static final class BytesFromBase64 extends StdDeserializer<Bytes> {
        BytesFromBase64() {
            super(Bytes.class);
        }

        @Override
        public Bytes deserialize(JsonParser json, DeserializationContext context) {
            return Bytes.copyOf(json.getBinaryValue());
        }
    }

    private static final class IdentifierAsString extends StdSerializer<Identifier> {
        IdentifierAsString() {
            super(Identifier.class);
        }

        @Override
        public void serialize(Identifier identifier, JsonGenerator json, SerializationContext context) {
            json.writeString(identifier.value());
        }
    }

    private static final class IdentifierAsKey extends StdSerializer<Identifier> {
        IdentifierAsKey() {
            super(Identifier.class);
        }

        @Override
        public void serialize(Identifier identifier, JsonGenerator json, SerializationContext context) {
            json.writeName(identifier.value());
        }
    }

    private static final class IdentifierDeserializers extends SimpleDeserializers {
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable ValueDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            return isIdentifier(type.getRawClass()) ? new IdentifierFromString(type.getRawClass()) : null;
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return isIdentifier(type);
        }
    }

    private static final class IdentifierFromString extends StdDeserializer<Object> {
        IdentifierFromString(Class<?> type) {
            super(type);
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) {
            try {
                return identifier(handledType(), json.getString());
            } catch (ReflectiveOperationException e) {
                return context.handleInstantiationProblem(handledType(), null, e);
            }
        }
    }

    private static final class IdentifierFromKey extends KeyDeserializer {
        private final Class<?> type;

        IdentifierFromKey(Class<?> type) {
            this.type = type;
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            try {
                return identifier(type, key);
            } catch (ReflectiveOperationException e) {
                return context.handleInstantiationProblem(type, key, e);
            }
        }
    }
}
