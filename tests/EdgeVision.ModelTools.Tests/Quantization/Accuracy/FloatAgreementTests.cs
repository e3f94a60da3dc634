using EdgeVision.Inference;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Acceptance;
using EdgeVision.ModelTools.Quantization.Accuracy;
using EdgeVision.ModelTools.Quantization.Measuring;
using EdgeVision.ModelTools.Quantization.Reports;
using EdgeVision.Testing;

namespace EdgeVision.ModelTools.Tests.Quantization.Accuracy;

/// <summary>What agreement comes to for models whose answers are known from one another.</summary>
public sealed class FloatAgreementTests
{
    private const int Pictures = 6;

    [SkippableFact]
    public async Task A_model_agrees_with_itself()
    {
        var model = BlobDetector.Model();
        var agreement = await OfAsync(model);
        Assert.InRange(agreement.Reference.Count, Pictures * 10, Pictures * 30);
        Assert.Equal(1, await agreement.F1Async(model, default));
        Assert.Equal(1, await agreement.ApAsync(model, default), 1e-9);
        Assert.Equal($"F1 against the float model's {agreement.Reference.Count} detections on {Pictures} pictures", agreement.Name);
    }

    [SkippableFact]
    public async Task Detections_are_where_the_bright_cells_are()
    {
        var set = BlobDetector.Pictures(Pictures);
        var expected = set.Read(default).SelectMany((picture, number) =>
            from cell in Enumerable.Range(0, 64)
            let row = cell / 8
            let column = cell % 8
            where picture.Pixels.Span[3 * ((((row * 20) + 10) * 160) + (column * 20) + 10)] > 128
            select (number, column * 20, row * 20)).Order();
        var agreement = await OfAsync(BlobDetector.Model());
        Assert.Equal(expected, agreement.Reference.Select(static one => ((int)one.ImageId, (int)Math.Round(one.X), (int)Math.Round(one.Y))).Order());
        Assert.All(agreement.Reference, static one => Assert.Equal((20, 20), (one.W, one.H)));
    }

    [SkippableFact]
    public async Task What_is_missed_and_what_is_found_beside_both_cost()
    {
        var (strict, loose) = (BlobDetector.Model(.85f), BlobDetector.Model());
        var (ofStrict, ofLoose) = (await OfAsync(strict), await OfAsync(loose));
        var (few, many) = (ofStrict.Reference.Count, ofLoose.Reference.Count);
        Assert.InRange(few, 1, many - 10);
        Assert.Equal(2.0 * few / (few + many), await ofLoose.F1Async(strict, default), 1e-9);
        Assert.Equal(2.0 * few / (few + many), await ofStrict.F1Async(loose, default), 1e-9);
    }

    [SkippableFact]
    public async Task Average_precision_ranks_and_does_not_cut()
    {
        // The same order of scores, only lower ones: those under the limit of .01 alone are lost.
        var agreement = await OfAsync(BlobDetector.Model());
        Assert.True(await agreement.ApAsync(BlobDetector.Model(.7f), default) > .98);
        Assert.True(await agreement.F1Async(BlobDetector.Model(.85f), default) < .9);
        Assert.Equal(0, await agreement.ApAsync(BlobDetector.Model(3), default));
        Assert.Equal(0, await agreement.F1Async(BlobDetector.Model(3), default));
    }

    [SkippableFact]
    public async Task Where_the_float_model_finds_nothing_agreement_is_whole_and_the_gate_refuses()
    {
        var model = BlobDetector.Model();
        var agreement = await FloatAgreement.CreateAsync(Factory(), model, BlobDetector.Pictures(Pictures, dark: true), 99, .5f, default);
        Assert.Empty(agreement.Reference);
        Assert.Equal(1, await agreement.F1Async(model, default));
        Assert.Equal(1, await agreement.ApAsync(model, default));
        var verdict = await JudgeAsync(agreement, model);
        Assert.False(verdict.Accepted);
        Assert.Contains("found nothing", verdict.Reasons[^1], StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_head_with_one_scale_for_boxes_and_scores_finds_nothing_and_is_refused()
    {
        // 640 pixels in 255 steps: every score up to 1 is nearest to 0.
        var quantized = BlobDetector.Model(joined: static (graph, rows) =>
        {
            graph.Constant("scale", [640f / 255], []);
            graph.Model.Graph.Initializers.Add(new OnnxTensor { Name = "zero", Type = OnnxDataType.UInt8, Data = new byte[1] });
            graph.Node("QuantizeLinear", "codes", [rows, "scale", "zero"]);
            return graph.Node("DequantizeLinear", "y", ["codes", "scale", "zero"]);
        });
        Assert.Empty((await OfAsync(quantized)).Reference);

        var agreement = await OfAsync(BlobDetector.Model());
        Assert.Equal(0, await agreement.F1Async(quantized, default));
        Assert.Equal(0, await agreement.ApAsync(quantized, default));
        var verdict = await JudgeAsync(agreement, quantized);
        Assert.False(verdict.Accepted);
        Assert.Equal($"{agreement.Name}: 1.0000 before, 0.0000 after, less than the 0.8500 allowed", verdict.Reasons[0]);
    }

    [SkippableFact]
    public async Task Only_so_many_pictures_are_looked_at()
    {
        var asked = new HashSet<int>();
        var all = BlobDetector.Pictures(20);
        var set = all with
        {
            ReadAt = index =>
            {
                asked.Add(index);
                return all.ReadAt(index);
            },
        };
        var model = BlobDetector.Model();
        var agreement = await FloatAgreement.CreateAsync(Factory(), model, set, 4, .5f, default);
        Assert.Equal(1, await agreement.F1Async(model, default));
        Assert.Equal([0, 5, 10, 15], asked.Order());
        Assert.Contains("on 4 pictures", agreement.Name, StringComparison.Ordinal);
    }

    private static async Task<Verdict> JudgeAsync(FloatAgreement agreement, VerifiedModel model) => AcceptanceGate.Judge(
        [new ReportAccuracy(agreement.Name, 1, await agreement.F1Async(model, default), new AcceptanceLimits().LeastAgreement(labelled: false))],
        agreement.Reference.Count > 0, new LatencyComparison(10, 4, .4, 0, 15), new AcceptanceLimits());

    private static Task<FloatAgreement> OfAsync(VerifiedModel model) =>
        FloatAgreement.CreateAsync(Factory(), model, BlobDetector.Pictures(Pictures), 99, .5f, default);

    private static DetectorFactory Factory() => new(Ort.Need(), TimeProvider.System);
}
