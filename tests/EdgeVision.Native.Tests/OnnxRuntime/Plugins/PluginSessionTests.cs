using EdgeVision.Native.OnnxRuntime;
using EdgeVision.Testing;

namespace EdgeVision.Native.Tests.OnnxRuntime.Plugins;

[Collection(OneAtATime.Name)]
public sealed class PluginSessionTests
{
    [SkippableFact]
    public void A_whole_model_on_the_plug_in_gives_what_the_cpu_gives()
    {
        using var npu = VirtualNpu.Register(Ort.Need());
        using var session = Ort.Session(TinyModels.MatMul, npu.Options(npu.Keep(TinyModels.MatMul)));
        using var run = session.CreateRun(new Dictionary<string, long[]> { ["x"] = [1, 3], ["y"] = [1, 2] });
        Numbers(1, 10, 100).CopyTo(run.Inputs[0].AsFloats());
        run.Run();

        Assert.Equal([531f, 642f], run.Output<float>(0).ToArray());
    }

    [SkippableTheory]
    [InlineData("street-s")]
    [InlineData("street-s-int8")]
    public void A_real_detector_on_the_plug_in_gives_what_the_cpu_gives(string name)
    {
        var file = Repository.PathOf("models", name, name + ".onnx");
        Skip.IfNot(File.Exists(file), $"needs models/{name}");
        var model = File.ReadAllBytes(file);
        using var npu = VirtualNpu.Register(Ort.Need());
        using var cpu = Ort.Session(model);
        using var session = Ort.Session(model, npu.Options(file));

        Assert.Equal(Outputs(cpu), Outputs(session));
    }

    [SkippableFact]
    public void Convolutions_alone_can_go_to_the_plug_in()
    {
        var file = Repository.PathOf("models", "street-s", "street-s.onnx");
        Skip.IfNot(File.Exists(file), "needs models/street-s");
        var model = File.ReadAllBytes(file);
        using var npu = VirtualNpu.Register(Ort.Need());
        using var cpu = Ort.Session(model);
        using var session = Ort.Session(model, npu.Options(null, ("claim", "conv")) with { RecordPlacement = true });

        Assert.All(session.Placement!.On(npu.Name), node => Assert.Equal("Conv", node.Operator));
        Assert.NotEmpty(session.Placement.On(npu.Name));
        Assert.DoesNotContain(session.Placement.On(OrtPlacement.Cpu), node => node.Operator == "Conv");
        var expected = Outputs(cpu);
        var got = Outputs(session);
        Assert.All(Enumerable.Range(0, expected.Length), index => Assert.Equal(expected[index], got[index], 2e-3f));
    }

    [SkippableFact]
    public void The_librarys_own_policy_can_choose_the_plug_in()
    {
        using var npu = VirtualNpu.Register(Ort.Need());
        npu.Order($"model={npu.Keep(TinyModels.Add)}");
        var options = new OrtSessionOptions { DevicePolicy = OrtDevicePolicy.PreferNpu, RecordPlacement = true };
        using var session = Ort.Session(TinyModels.Add, options);

        Assert.Equal(npu.Name, Assert.Single(session.Placement!.Parts).Provider);
    }

    [SkippableFact]
    public void A_library_in_use_is_not_unloaded_until_the_last_session_and_its_runs_are_gone()
    {
        var library = Ort.Need();
        using var npu = VirtualNpu.Register(library);
        var session = OrtSession.Create(library, TinyModels.Add, npu.Options(npu.Keep(TinyModels.Add)));
        var run = session.CreateRun();
        session.Dispose();

        var error = Assert.Throws<InvalidOperationException>(() => library.UnregisterProviderLibrary(npu.Name));
        Assert.Contains(npu.Name, error.Message, StringComparison.Ordinal);
        run.Run();
        run.Dispose();
    }

    [SkippableFact]
    public void A_device_of_an_unregistered_library_is_refused()
    {
        IReadOnlyList<OrtProviderDevice> gone;
        using (var npu = VirtualNpu.Register(Ort.Need()))
        {
            gone = npu.Devices;
        }

        var error = Assert.Throws<OrtException>(() => Ort.Session(TinyModels.Add, new OrtSessionOptions { Devices = gone }));
        Assert.Equal(OrtErrorCode.NotFound, error.Code);
        Assert.Contains("was unregistered", error.Text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Opening_and_closing_many_times_leaves_no_library_and_no_descriptor_behind()
    {
        var file = string.Empty;
        Cycle();
        var before = Directory.GetFiles("/proc/self/fd").Length;
        for (var cycle = 0; cycle < 20; cycle++)
        {
            Cycle();
        }

        // Other tests of this process open files of their own meanwhile.
        Assert.InRange(Directory.GetFiles("/proc/self/fd").Length, 0, before + 10);
        Assert.DoesNotContain(file, File.ReadAllText("/proc/self/maps"), StringComparison.Ordinal);

        void Cycle()
        {
            using var npu = VirtualNpu.Register(Ort.Need());
            file = npu.Library;
            Assert.Contains(file, File.ReadAllText("/proc/self/maps"), StringComparison.Ordinal);
            Assert.Equal(5f, Sum(npu.Options(npu.Keep(TinyModels.Add)), 2));
        }
    }

    [SkippableFact]
    public void Only_one_way_of_choosing_is_taken()
    {
        using var npu = VirtualNpu.Register(Ort.Need());

        Assert.Throws<ArgumentException>(() => Ort.Session(TinyModels.Add, npu.Options(null) with { Provider = "CPU" }));
        Assert.Throws<ArgumentException>(() => Ort.Session(TinyModels.Add, npu.Options(null) with { DevicePolicy = OrtDevicePolicy.Default }));
    }

    [SkippableFact]
    public void Answers_come_from_the_memo_where_it_has_them()
    {
        using var npu = VirtualNpu.Register(Ort.Need());
        var memo = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(npu.Library)!, "memo")).FullName;
        var options = npu.Options(npu.Keep(TinyModels.Add), ("memo", memo), ("lazy", "1"));
        Assert.Equal(5f, Sum(options, 2));

        // Only the memo can give this answer.
        var kept = Assert.Single(Directory.GetFiles(memo));
        File.WriteAllBytes(kept, [.. File.ReadAllBytes(kept)[..^16], .. new byte[16]]);
        Assert.Equal(0f, Sum(options, 2));
        Assert.Equal(6f, Sum(options, 3));
    }

    private static float Sum(OrtSessionOptions options, float value)
    {
        using var session = Ort.Session(TinyModels.Add, options);
        using var run = session.CreateRun();
        run.Inputs[0].AsFloats().Fill(value);
        run.Inputs[1].AsFloats().Fill(3);
        run.Run();
        return run.Output<float>(0)[0];
    }

    private static float[] Numbers(params float[] values) => values;

    private static float[] Outputs(OrtSession session)
    {
        using var run = session.CreateRun();
        var random = new Random(7);
        var input = run.Inputs[0];
        if (input.ElementType == TensorElementType.UInt8)
        {
            random.NextBytes(input.As<byte>());
        }
        else
        {
            foreach (ref var value in input.AsFloats())
            {
                value = random.NextSingle() * 255;
            }
        }

        run.Run();
        return [.. Enumerable.Range(0, session.Outputs.Count).SelectMany(index => run.Output<float>(index).ToArray())];
    }
}
