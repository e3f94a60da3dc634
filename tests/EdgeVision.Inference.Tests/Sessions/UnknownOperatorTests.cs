using EdgeVision.Core.Faults;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Onnx;
using EdgeVision.Inference.Tests.Fakes;
using EdgeVision.Testing;

namespace EdgeVision.Inference.Tests.Sessions;

/// <summary>The real library's refusals of models with operators that it does not have.</summary>
public class UnknownOperatorTests
{
    [SkippableTheory]
    [InlineData("head/frobnicate", "head/frobnicate")]
    [InlineData("", "number 2, which makes 'b'")]
    public void An_operator_that_nobody_knows_is_named_with_its_node(string name, string expected)
    {
        const string type = "Frobnicate";
        var fault = Refusal(new OnnxNode { OpType = type, Name = name, Inputs = ["a"], Outputs = ["b"] }, "");
        Assert.True(fault.Code == FaultCode.AcceleratorUnusable, $"{fault} {fault.Tail}");
        Assert.Contains($"operator {type} at node {expected}", fault.What, StringComparison.Ordinal);
        Assert.NotEmpty(fault.Tail);
        var origin = fault.Origin!;
        Assert.Equal((FaultStage.Load, type, expected), (origin.Stage, origin.Operator, origin.Node));
        Assert.Equal(64, origin.ModelSha256.Length);
        Assert.NotEmpty(origin.LibraryCode!);
    }

    [SkippableTheory]
    [InlineData("head/frobnicate", "head/frobnicate")]
    [InlineData("", "number 2")]
    public void One_of_a_domain_that_the_reader_does_not_let_through_is_named_too(string name, string expected)
    {
        var node = new OnnxNode { OpType = "Frobnicate", Domain = "com.example", Name = name, Inputs = ["a"], Outputs = ["b"] };
        var fault = Refusal(node, "com.example");
        Assert.Equal(FaultCode.ModelUnreadable, fault.Code);
        Assert.Equal((FaultStage.Load, "Frobnicate", expected), (fault.Origin!.Stage, fault.Origin.Operator, fault.Origin.Node));
    }

    [SkippableFact]
    public void An_operator_without_a_kernel_on_this_machine_is_named_too()
    {
        // The standard has BitShift for unsigned numbers only; the library has no kernel for 16 bits.
        var node = new OnnxNode { OpType = "BitShift", Name = "shift", Inputs = ["s", "s"], Outputs = ["b"] };
        node.Attributes = [new OnnxAttribute { Name = "direction", Type = OnnxAttributeType.Text, Texts = ["LEFT"u8.ToArray()] }];
        var fault = Refusal(node, "", OnnxDataType.UInt16);
        Assert.Equal((FaultStage.Load, "BitShift", "shift"), (fault.Origin!.Stage, fault.Origin.Operator, fault.Origin.Node));
        Assert.Equal("NOT_IMPLEMENTED", fault.Origin.LibraryCode);
    }

    private static Fault Refusal(OnnxNode node, string domain, OnnxDataType? side = null)
    {
        Ort.Need();
        var bytes = Model(node, domain, side);
        return Assert.Throws<FaultException>(() => RealModels.Open(new VerifiedModel(Manifests.For(bytes), "tiny.onnx", bytes))).Fault;
    }

    private static byte[] Model(OnnxNode node, string domain, OnnxDataType? side)
    {
        var model = new OnnxModel { IrVersion = 8 };
        model.Opsets.Add(new OnnxOpset("", 13));
        if (domain.Length > 0)
        {
            model.Opsets.Add(new OnnxOpset(domain, 1));
        }

        model.Graph.Name = "tiny";
        model.Graph.Inputs.Add(Value("images", OnnxDataType.Float32));
        model.Graph.Nodes.Add(new OnnxNode { OpType = "Relu", Name = "first", Inputs = ["images"], Outputs = ["a"] });
        if (side is { } type)
        {
            model.Graph.Inputs.Add(Value("s", type));
        }

        model.Graph.Nodes.Add(node);
        model.Graph.Outputs.Add(Value("b", side ?? OnnxDataType.Float32));
        return OnnxWriter.Write(model);
    }

    private static OnnxValueInfo Value(string name, OnnxDataType type) => new()
    {
        Name = name,
        Type = new OnnxType
        {
            Kind = OnnxTypeKind.Tensor, ElementType = type, Shape = [.. new long[] { 1, 3, 64, 64 }.Select(size => new OnnxDimension(size))],
        },
    };
}
