using EdgeVision.Core.Faults;
using EdgeVision.Core.Frames;
using EdgeVision.Inference.Accelerators.Containment;
using EdgeVision.Inference.Decoding;
using EdgeVision.Inference.Tests.Containment.Fakes;
using EdgeVision.Inference.Tests.Fakes;

namespace EdgeVision.Inference.Tests.Containment;

/// <summary>What it lets through, and what it refuses by name, place and value.</summary>
public class OutputGuardTests
{
    private static readonly PictureSize Size = new(416, 416);
    private static readonly AnchorFreeGridOptions Grid = new() { Output = "output" };

    [Fact]
    public void Good_outputs_pass()
    {
        Assert.Null(Guard().Check(new FloatOutputs(Outputs())));
    }

    [Theory]
    [InlineData(0, float.NaN)]
    [InlineData(85 * 1000, float.PositiveInfinity)]
    [InlineData((3549 * 85) - 1, float.NegativeInfinity)]
    public void A_number_that_is_none_is_named_with_output_index_and_value(int index, float value)
    {
        var outputs = Outputs();
        outputs[index] = value;
        var flaw = Guard().Check(new FloatOutputs(outputs))!;
        Assert.Equal(("output", index, value), (flaw.Name, flaw.Index, flaw.Value));
        var fault = OutputGuard.FaultOf(flaw, "accelerator npu");
        Assert.Equal(FaultCode.OutputInvalid, fault.Code);
        Assert.Contains(FormattableString.Invariant($"output output at index {index} is {value}"), fault.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4, 7, true)]
    [InlineData(84, -0.5, true)]
    [InlineData((3548 * 85) + 40, 1.2, true)]
    [InlineData((3548 * 85) + 40, 1.02, false)]
    [InlineData(3, 7, false)]
    [InlineData(85 * 17, -40, false)]
    public void Only_confidences_must_be_within_0_and_1(int index, float value, bool refused)
    {
        var outputs = Outputs();
        outputs[index] = value;
        var flaw = Guard().Check(new FloatOutputs(outputs));
        Assert.Equal(refused ? index : null, flaw?.Index);
    }

    [Fact]
    public void Another_length_is_refused()
    {
        var flaw = Guard().Check(new FloatOutputs(new float[3549 * 84]))!;
        Assert.Equal(-1, flaw.Index);
        Assert.Contains("it has 298116 elements, 301665 are expected", flaw.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Boxes_everywhere_are_refused()
    {
        var outputs = Outputs();
        for (var row = 0; row < 1774; row++)
        {
            outputs[(85 * row) + 4] = 1;
            outputs[(85 * row) + 5] = 1;
        }

        Assert.Null(Guard().Check(new FloatOutputs(outputs)));
        outputs[(85 * 2000) + 4] = outputs[(85 * 2000) + 5] = 1;
        Assert.Contains("1775 of 3549 places", Guard().Check(new FloatOutputs(outputs))!.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_reference_gives_too_is_the_models_way_after_ten_times()
    {
        var guard = Guard();
        var outputs = Outputs();
        outputs[9] = float.NaN;
        for (var i = 0; i < 10; i++)
        {
            guard.Excuse(guard.Check(new FloatOutputs(outputs))!);
        }

        Assert.Null(guard.Check(new FloatOutputs(outputs)));
    }

    [SkippableTheory]
    [InlineData("street-s-int8")]
    [InlineData("yolox-nano")]
    [InlineData("fastestdet")]
    [InlineData("yunet-s")]
    [InlineData("ultraface-rfb-320")]
    public void Real_models_answers_pass(string name)
    {
        var model = RealModels.Need(name);
        using var session = Golden.Session(model);
        using var slot = session.CreateSlot();
        new GoldenFrame(model.Manifest).WriteTo(slot.Input);
        slot.Run();
        var guard = new OutputGuard(model.Manifest.Decoder.Create(model.Manifest.Input.Size, model.Manifest.Classes.Count), model.Manifest.Score);
        Assert.Null(guard.Check(slot));
    }

    private static OutputGuard Guard() => new(Grid.Create(Size, 80), 0.3f);

    private static float[] Outputs() => [.. Enumerable.Range(0, 3549 * 85).Select(i => i % 85 >= 4 ? i % 100 / 1000f : (i % 31) - 15f)];
}
