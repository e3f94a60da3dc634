using EdgeVision.Inference.Models;
using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization;
using EdgeVision.ModelTools.Quantization.Calibration;
using EdgeVision.ModelTools.Tests.Quantization.Accuracy;
using EdgeVision.ModelTools.Tests.Quantization.Qdq;
using EdgeVision.Testing;

namespace EdgeVision.ModelTools.Tests.Quantization.EndToEnd;

/// <summary>A model that cannot be quantized says which node and why.</summary>
public sealed class RefusedModelTests
{
    [SkippableFact]
    public async Task One_that_is_quantized_already()
    {
        var set = BlobDetector.Pictures(2);
        var options = new QuantizationOptions { MaxTrials = 1, Ranges = new RangeChoice(CalibratorKind.MinMax) };
        var once = await new Quantizer(Ort.Need(), TimeProvider.System).RunAsync(BlobDetector.Model(), set, null, options, null, default);
        var refusal = await RefusedAsync(once.Model);
        Assert.Matches("^(Q|Deq)uantizeLinear '.+'$", refusal.Node);
        Assert.Equal("the model is quantized already; quantize the float model it was made of", refusal.Reason);
    }

    [SkippableFact]
    public async Task One_with_control_flow()
    {
        var refusal = await RefusedAsync(BlobDetector.Model(joined: static (graph, rows) =>
        {
            graph.Model.Graph.Initializers.Add(new OnnxTensor { Name = "yes", Type = OnnxDataType.Bool, Data = new byte[] { 1 } });
            return graph.Node("If", "choice", ["yes"], Branch("then_branch", rows), Branch("else_branch", rows));
        }));
        Assert.Equal("If 'choice'", refusal.Node);
        Assert.Equal("If 'choice': it has a graph inside (If, Loop, Scan); export the model without control flow", refusal.Message);
    }

    [SkippableFact]
    public async Task One_that_throws_dice()
    {
        var refusal = await RefusedAsync(BlobDetector.Model(joined: static (graph, rows) => graph.Node(
            "Add", "y", [rows, graph.Node("RandomUniform", "dice", [], GraphBuilder.Ints("shape", 1, 64, 5))])));
        Assert.Equal("RandomUniform 'dice'", refusal.Node);
        Assert.Equal("its values differ from run to run", refusal.Reason);
    }

    [SkippableFact]
    public async Task One_without_pictures_to_calibrate_with()
    {
        var refusal = await Assert.ThrowsAsync<QuantizationRefusedException>(() => new Quantizer(Ort.Need(), TimeProvider.System).RunAsync(
            BlobDetector.Model(), BlobDetector.Pictures(0), null, new QuantizationOptions(), null, default));
        Assert.Contains("grey cells gives no pictures", refusal.Message, StringComparison.Ordinal);
    }

    private static Task<QuantizationRefusedException> RefusedAsync(VerifiedModel model) => Assert.ThrowsAsync<QuantizationRefusedException>(() =>
        new Quantizer(Ort.Need(), TimeProvider.System).RunAsync(model, BlobDetector.Pictures(2), null, new QuantizationOptions(), null, default));

    private static OnnxAttribute Branch(string name, string value)
    {
        var graph = new OnnxGraph { Name = name };
        graph.Nodes.Add(new OnnxNode { OpType = "Identity", Name = name, Inputs = [value], Outputs = [name + "_y"] });
        graph.Outputs.Add(GraphBuilder.Info(name + "_y", OnnxDataType.Float32, null));
        return new OnnxAttribute { Name = name, Type = OnnxAttributeType.Graph, Graphs = [graph] };
    }
}
