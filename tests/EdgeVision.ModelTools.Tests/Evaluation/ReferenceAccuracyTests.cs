using EdgeVision.Core.Frames;
using EdgeVision.Imaging.Tensors;
using EdgeVision.Inference.Models;
using EdgeVision.ModelTools.Evaluation;
using Xunit.Abstractions;

namespace EdgeVision.ModelTools.Tests.Evaluation;

/// <summary>
/// The shipped manifests against what a reference implementation in Python measured on the same labelled pictures;
/// and that this measure notices when a picture goes into the model in the wrong way.
/// </summary>
public class ReferenceAccuracyTests(ITestOutputHelper output)
{
    private const string YoloxNano = "yolox-nano";
    private const string FastestDet = "fastestdet";
    private const double YoloxNanoAp = .387;
    private const double FastestDetAp = .272;
    private const double Bar = .012;

    // Half a unit of the reference's last digit, and one picture's box that another runtime's rounding may turn.
    private const double LastDigits = .001;

    /// <summary>YOLOX-nano takes these pictures as they are; FastestDet's runtime filter is not the reference's.</summary>
    [SkippableTheory]
    [InlineData(YoloxNano, 416, .3872, .5504, .4291, .6068)]
    [InlineData(FastestDet, 352, .2722, .4171, .3025, .4416)]
    public async Task Pictures_resized_as_by_the_reference_give_its_four_figures(string model, int side, double ap, double ap50, double ap75, double ar100)
    {
        var metrics = await MeasureAsync(Pictures(side), model, "the reference's filter");
        Assert.Equal(ap, metrics.Ap, LastDigits);
        Assert.Equal(ap50, metrics.Ap50, LastDigits);
        Assert.Equal(ap75, metrics.Ap75, LastDigits);
        Assert.Equal(ar100, metrics.Ar100, LastDigits);
    }

    [SkippableFact]
    public async Task FastestDet_as_shipped_meets_the_reference() =>
        Assert.InRange((await MeasureAsync(Pictures(), FastestDet, "as shipped")).Ap, FastestDetAp - Bar, FastestDetAp + Bar);

    [SkippableTheory]
    [InlineData(YoloxNano, YoloxNanoAp)]
    [InlineData(FastestDet, FastestDetAp)]
    public async Task Red_and_blue_exchanged_miss_it(string model, double ap)
    {
        NeedTimeFor(model);
        var metrics = await MeasureAsync(Pictures(), model, "red and blue exchanged", input => input with { Color = ChannelOrder.Rgb });
        Assert.True(metrics.Ap < ap - Bar);
    }

    [SkippableTheory]
    [InlineData(YoloxNano, YoloxNanoAp, 58)]
    [InlineData(FastestDet, FastestDetAp, 1)]
    public async Task A_wrong_divisor_misses_it(string model, double ap, float std)
    {
        NeedTimeFor(model);
        var metrics = await MeasureAsync(Pictures(), model, $"std {std}", input => input with { Std = [std] });
        Assert.True(metrics.Ap < ap - Bar);
    }

    /// <summary>The set at three times its width: stretching gives it its shape back to the pixel, a letterbox leaves all cars flat.</summary>
    [SkippableTheory]
    [InlineData(YoloxNano, 416, YoloxNanoAp)]
    [InlineData(FastestDet, 352, FastestDetAp)]
    public async Task The_wrong_resize_misses_it_where_the_right_one_meets_it(string model, int side, double ap)
    {
        NeedTimeFor(model);
        var wide = Pictures(side).Resized(new PictureSize(3 * side, side));
        var stretched = await MeasureAsync(wide, model, "wide, stretched", input => input with { Resize = ResizeMode.Stretch });
        var letterboxed = await MeasureAsync(wide, model, "wide, letterboxed", input => input with { Resize = ResizeMode.Letterbox });
        Assert.Equal(ap, stretched.Ap, LastDigits);
        Assert.True(letterboxed.Ap < ap - (2 * Bar));
    }

    [SkippableFact]
    public async Task Boxes_cut_at_the_edge_score_above_the_reference_of_a_model_whose_boxes_reach_beyond() =>
        Assert.True((await MeasureAsync(Pictures(), FastestDet, "cut at the edge", clip: true)).Ap > FastestDetAp + Bar);

    /// <summary>That a mistake is noticed is shown on the quicker model; the slower one's turn is when there is time.</summary>
    private static void NeedTimeFor(string model) => Skip.If(
        model == YoloxNano && Environment.GetEnvironmentVariable("EDGEVISION_LONG") != "1", "takes long: set EDGEVISION_LONG=1");

    private static LabelledPictures Pictures() => LabelledPictures.NeedVehicles();

    private static LabelledPictures Pictures(int side) => Pictures().Resized(new PictureSize(side, side));

    private async Task<CocoMetrics> MeasureAsync(
        LabelledPictures pictures, string model, string what, Func<ModelInput, ModelInput>? change = null, bool clip = false)
    {
        var metrics = await pictures.EvaluateAsync(model, change, clip);
        output.WriteLine($"{model}, {what}: {metrics.Ap:0.0000} {metrics.Ap50:0.0000} {metrics.Ap75:0.0000} {metrics.Ar100:0.0000}");
        return metrics;
    }
}
