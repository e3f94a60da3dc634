using EdgeVision.Native.OnnxRuntime;
using EdgeVision.Testing;

namespace EdgeVision.Native.Tests.OnnxRuntime;

public sealed class MetadataTests
{
    [SkippableFact]
    public void A_models_own_words_are_read()
    {
        using var session = Ort.Session(TinyModels.Add);

        Assert.Equal("written by hand", session.Model.Producer);
        Assert.Equal("tiny", session.Model.Graph);
        Assert.Equal("one operator", session.Model.Description);
        Assert.Equal(7, session.Model.Version);
        Assert.Equal(new Dictionary<string, string> { ["names"] = "person,größe" }, session.Model.Properties);
    }

    [SkippableFact]
    public void Inputs_and_outputs_have_name_type_and_shape_with_open_dimensions_named()
    {
        using var session = Ort.Session(TinyModels.MatMul);

        var input = Assert.Single(session.Inputs);
        Assert.Equal(("x", TensorElementType.Float32), (input.Name, input.ElementType));
        Assert.Equal([-1L, 3L], input.Shape);
        Assert.Equal(["rows", ""], input.DimensionNames);
        Assert.False(input.IsStatic);
        Assert.Equal("x Float32[rows,3]", input.ToString());
        Assert.Equal("y", Assert.Single(session.Outputs).Name);
    }

    [SkippableFact]
    public void An_open_dimension_can_be_fixed_by_name_when_the_session_is_made()
    {
        var options = new OrtSessionOptions { FreeDimensions = new Dictionary<string, long> { ["rows"] = 5 } };
        using var session = Ort.Session(TinyModels.MatMul, options);

        Assert.Equal([5L, 3L], session.Inputs[0].Shape);
        Assert.Equal([5L, 2L], session.Outputs[0].Shape);
    }

    [SkippableTheory]
    [InlineData("yolox-nano-416.onnx", "images Float32[1,3,416,416]", "output Float32[1,3549,85]")]
    [InlineData("fastestdet-352.onnx", "input.1 Float32[1,3,352,352]", "758 Float32[1,85,22,22]")]
    [InlineData("ultraface-rfb-320.onnx", "input Float32[1,3,240,320]", "scores Float32[1,4420,2]", "boxes Float32[1,4420,4]")]
    public void Real_detectors_declare_what_their_makers_wrote(string file, string input, params string[] outputs)
    {
        var model = File.ReadAllBytes(TestAssets.Need("models", file));
        using var session = Ort.Session(model);

        Assert.Equal(input, Assert.Single(session.Inputs).ToString());
        Assert.Equal(outputs, session.Outputs.Select(output => output.ToString()));
    }

    [SkippableFact]
    public void Fixing_the_open_size_of_a_real_detector_fixes_its_outputs()
    {
        var model = File.ReadAllBytes(TestAssets.Need("models", "yunet-n-dynamic.onnx"));
        var sizes = new Dictionary<string, long> { ["batch"] = 1, ["height"] = 320, ["width"] = 256 };
        using var session = Ort.Session(model, new OrtSessionOptions { FreeDimensions = sizes });

        Assert.Equal([1L, 3L, 320L, 256L], session.Inputs[0].Shape);
        using var run = session.CreateRun();
        run.Run();
        var index = session.Outputs.ToList().FindIndex(output => output.Name == "cls_8");
        Assert.Equal([1L, 320 / 8 * (256 / 8), 1L], run.OutputShape(index));
    }
}
