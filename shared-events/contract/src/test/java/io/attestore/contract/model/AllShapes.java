package io.attestore.contract.model;

import io.attestore.contract.document.Shape;
import io.attestore.contract.document.Shape.ListShape;
import io.attestore.contract.document.Shape.MapShape;
import io.attestore.contract.document.Shape.StructureShape;
import java.util.stream.Stream;

/** All shapes of a model, as often as they are used. */
final class AllShapes {

    private AllShapes() {}

    static Stream<Shape> of(ServiceModel model) {
        return Stream.concat(
                model.operations().stream()
                        .flatMap(operation -> Stream.of(operation.input(), operation.output()))
                        .flatMap(AllShapes::of),
                model.errors().stream().map(ErrorModel::members).flatMap(AllShapes::of));
    }

    static Stream<Shape> of(Shape shape) {
        Stream<Shape> below = switch (shape) {
            case StructureShape structure -> structure.members().stream().flatMap(member -> of(member.shape()));
            case ListShape list -> of(list.item());
            case MapShape map -> Stream.of(map.key(), map.value()).flatMap(AllShapes::of);
            default -> Stream.empty();
        };
        return Stream.concat(Stream.of(shape), below);
    }
}
