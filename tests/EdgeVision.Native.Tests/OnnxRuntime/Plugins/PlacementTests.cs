using EdgeVision.Native.OnnxRuntime;
using EdgeVision.Testing;

namespace EdgeVision.Native.Tests.OnnxRuntime.Plugins;

[Collection(OneAtATime.Name)]
public sealed class PlacementTests
{
    [SkippableFact]
    public void Placement_is_kept_only_where_asked_for()
    {
        using var session = Ort.Session(TinyModels.Add);

        Assert.Null(session.Placement);
    }

    [SkippableFact]
    public void On_the_cpu_alone_every_node_is_on_the_cpu()
    {
        using var session = Ort.Session(TinyModels.Add, new OrtSessionOptions { RecordPlacement = true });

        var placement = session.Placement!;
        Assert.Equal(new OrtPlacedNode("Add", "", ""), Assert.Single(placement.On(OrtPlacement.Cpu)));
        Assert.Equal("1 on CPUExecutionProvider", placement.ToString());
        Assert.Equal("1 of 1 nodes are left to the CPU (1 Add): Add (unnamed)", placement.LeftToTheCpu());
    }

    [SkippableFact]
    public void A_model_that_the_plug_in_takes_whole_leaves_nothing_to_the_cpu()
    {
        using var npu = VirtualNpu.Register(Ort.Need());
        var placement = PlacementProbe.Ask(Ort.Need(), TinyModels.Add, npu.Options(npu.Keep(TinyModels.Add)));

        Assert.Equal(npu.Name, Assert.Single(placement.Parts).Provider);
        Assert.Equal("", placement.LeftToTheCpu());
    }

    [SkippableFact]
    public void A_silent_fallback_is_refused_when_the_cpu_is_not_allowed()
    {
        using var npu = VirtualNpu.Register(Ort.Need());
        var options = npu.Options(null, ("claim", "none")) with { CpuFallback = false };

        var error = Assert.Throws<OrtException>(() => Ort.Session(TinyModels.Add, options));
        Assert.Contains("fallback to CPU EP", error.Text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void The_probe_names_what_was_not_taken()
    {
        var file = Repository.PathOf("models", "street-s", "street-s.onnx");
        Skip.IfNot(File.Exists(file), "needs models/street-s");
        using var npu = VirtualNpu.Register(Ort.Need());
        var placement = PlacementProbe.Ask(Ort.Need(), File.ReadAllBytes(file), npu.Options(null, ("claim", "conv")));

        var left = placement.On(OrtPlacement.Cpu);
        Assert.NotEmpty(left);
        Assert.Equal(placement.Nodes, left.Count + placement.On(npu.Name).Count);
        Assert.StartsWith($"{left.Count} of {placement.Nodes} nodes are left to the CPU (", placement.LeftToTheCpu(), StringComparison.Ordinal);
        Assert.Contains(left[0].ToString(), placement.LeftToTheCpu(), StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("street-s", false)]
    [InlineData("street-s-int8", true)]
    public void An_npu_for_int8_alone_takes_only_quantized_models(string name, bool taken)
    {
        var file = Repository.PathOf("models", name, name + ".onnx");
        Skip.IfNot(File.Exists(file), $"needs models/{name}");
        using var npu = VirtualNpu.Register(Ort.Need());
        var placement = PlacementProbe.Ask(Ort.Need(), File.ReadAllBytes(file), npu.Options(file, ("precision", "int8")));

        Assert.Equal(taken, placement.LeftToTheCpu().Length == 0);
        Assert.Equal(taken ? placement.Nodes : 0, placement.On(npu.Name).Count);
    }
}
