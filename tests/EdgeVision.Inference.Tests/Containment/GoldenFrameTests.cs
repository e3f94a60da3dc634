using System.Security.Cryptography;
using EdgeVision.Inference.Accelerators.Containment;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Tests.Containment.Fakes;
using EdgeVision.Inference.Tests.Fakes;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Inference.Tests.Containment;

/// <summary>The self-test tells a device that computes the model from one that computes something else.</summary>
public class GoldenFrameTests
{
    private static float[]? _yolox;

    [Fact]
    public void The_picture_is_the_one_that_was_committed()
    {
        // Of the raw pixels before they were packed, by sha256sum.
        Assert.Equal("0d8af10618113241f0e57b7aed8eb4f8fcf11c371abc23ddcbe2fbbb52fdd6f7", Convert.ToHexStringLower(SHA256.HashData(GoldenPicture.Read())));
    }

    [SkippableTheory]
    [InlineData("street-s-int8", 4)]
    [InlineData("yolox-nano", 4)]
    [InlineData("fastestdet", 4)]
    public void Other_threads_and_optimization_pass_with_every_detection_matched(string name, int least)
    {
        var model = RealModels.Need(name);
        var golden = new GoldenFrame(model.Manifest);
        Assert.True(golden.Learn(new FloatOutputs(Run(model, golden, new OrtSessionOptions()))) >= least);
        var verdict = golden.Compare(new FloatOutputs(
            Run(model, golden, new OrtSessionOptions { IntraOpThreads = 2, GraphOptimization = OrtGraphOptimization.Basic })));
        Assert.True(verdict.Passed, verdict.ToString());
        Assert.Equal(verdict.Expected, verdict.Matched);
        Assert.InRange(verdict.LeastIou, 0.9, 1);
    }

    [SkippableTheory]
    [InlineData(0.001f, true)]
    [InlineData(0.3f, false)]
    public void Scores_may_differ_by_little_only(float by, bool passes)
    {
        var verdict = Spoilt((output, row) =>
        {
            if (output[row + 4] > 0.3f)
            {
                output[row + 4] *= 1 - by;
            }
        });
        Assert.Equal(passes, verdict.Passed);
    }

    [SkippableTheory]
    [InlineData(0.002f, true)]
    [InlineData(1f, false)]
    public void Boxes_may_lie_a_little_off_only(float cells, bool passes) =>
        Assert.Equal(passes, Spoilt((output, row) => output[row] += cells).Passed);

    [SkippableFact]
    public void Another_class_fails() =>
        Assert.Equal(0, Spoilt((output, row) => output.AsSpan(row + 5, 80).Reverse()).Matched);

    [SkippableFact]
    public void A_box_too_many_fails_though_all_are_matched()
    {
        var verdict = Spoilt((output, row) =>
        {
            if (row == 0)
            {
                float[] sure = [3, 3, 1, 1, 1, 1];
                sure.CopyTo(output, row);
            }
        });
        Assert.Equal(verdict.Expected, verdict.Matched);
        Assert.Equal(1, verdict.Extra);
        Assert.False(verdict.Passed);
    }

    [Theory]
    [InlineData(0.01f, true)]
    [InlineData(5f, false)]
    [InlineData(float.NaN, false)]
    public void Where_nothing_is_found_the_raw_outputs_decide(float by, bool passes)
    {
        var golden = new GoldenFrame(TokenModel.Manifest);
        var outputs = new float[TokenModel.Rows * TokenModel.RowLength];
        TokenModel.Run([12, 80], outputs);
        Assert.Equal(0, golden.Learn(new FloatOutputs([.. outputs])));
        outputs[1] *= 1 + by;
        Assert.Equal(passes, golden.Compare(new FloatOutputs(outputs)).Passed);
    }

    private static GoldenVerdict Spoilt(Action<float[], int> spoil)
    {
        var model = RealModels.Need("yolox-nano");
        var golden = new GoldenFrame(model.Manifest);
        _yolox ??= Run(model, golden, new OrtSessionOptions())[0];
        float[] outputs = [.. _yolox];
        golden.Learn(new FloatOutputs(_yolox));
        for (var row = 0; row < outputs.Length; row += 85)
        {
            spoil(outputs, row);
        }

        return golden.Compare(new FloatOutputs(outputs));
    }

    private static float[][] Run(VerifiedModel model, GoldenFrame golden, OrtSessionOptions options)
    {
        using var session = Golden.Session(model, options);
        using var slot = session.CreateSlot();
        golden.WriteTo(slot.Input);
        slot.Run();
        var needs = model.Manifest.Decoder.Create(model.Manifest.Input.Size, model.Manifest.Classes.Count).Outputs;
        return [.. needs.Select((_, i) => slot.Floats(i).ToArray())];
    }
}
