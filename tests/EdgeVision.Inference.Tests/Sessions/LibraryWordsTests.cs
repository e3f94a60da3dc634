using EdgeVision.Inference.Sessions;

namespace EdgeVision.Inference.Tests.Sessions;

/// <summary>ONNX Runtime's sentences as its versions print them.</summary>
public class LibraryWordsTests
{
    [Theory]
    [InlineData("Could not find an implementation for Foo(13) node with name 'bar'", "Foo", "bar")]
    [InlineData("Could not find an implementation for ConvInteger(10) node with name ''", "ConvInteger", null)]
    [InlineData("Fatal error: com.example:Foo(-1) is not a registered function/op", "Foo", null)]
    [InlineData("No Op registered for Foo with domain_version of 13", "Foo", null)]
    [InlineData(
        "Load model from memory failed:This is an invalid model. In Node, (\"bar\", Foo, \"\", -1) : (\"x\": tensor(float),) -> (\"y\",) , Error No Op registered for Foo with domain_version of 13",
        "Foo", "bar")]
    [InlineData("Non-zero status code returned while running Gather node. Name:'/model/Gather_3' Status Message: indices out of bounds", "Gather", "/model/Gather_3")]
    [InlineData("Node (resize_1) Op (Resize) [ShapeInferenceError] Incorrect number of inputs", "Resize", "resize_1")]
    [InlineData("Protobuf parsing failed.", null, null)]
    [InlineData("", null, null)]
    public void They_name_operator_and_node(string text, string? type, string? node)
    {
        var place = LibraryWords.PlaceIn(text);
        Assert.Equal((type, node), (place?.Operator, place?.Node));
    }
}
