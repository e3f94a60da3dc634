using System.Text.Json.Nodes;
using EdgeVision.EndToEnd.Tests.Rig;
using EdgeVision.Testing;

namespace EdgeVision.EndToEnd.Tests;

/// <summary>The verbs as a person or a script calls them: outputs, files and exit codes.</summary>
public class VerbTests
{
    [Theory]
    [InlineData(64, "bogus")]
    [InlineData(64, "run")]
    [InlineData(64, "detect", "x.jpg", "--score", "7")]
    [InlineData(64, "detect", "x.jpg", "--frames", "0")]
    [InlineData(64, "detect", "x.jpg", "--annotate", "./x.jpg")]
    [InlineData(64, "bench", "--threads", "x")]
    [InlineData(64, "run", "--config", "x.yaml", "--seconds", "1e300")]
    [InlineData(64, "run", "--config", "x.yaml", "--seconds", "NaN")]
    [InlineData(64, "quantize", "yolox-nano")]
    [InlineData(64, "quantize", "yolox-nano", "--calibration", "x", "-o", "Bad_Name")]
    [InlineData(64, "quantize", "yolox-nano", "--calibration", "camera:gate", "-o", "x")]
    [InlineData(64, "quantize", "yolox-nano", "--calibration", "x", "-o", "x", "--evaluate", "nowhere,nowhere.json")]
    [InlineData(64, "profile", "--threads", "0")]
    [InlineData(64, "profile", "--prefer", "fast")]
    [InlineData(69, "profile", "--model", "nowhere")]
    [InlineData(64, "street")]
    [InlineData(64, "street", "x", "--seeds", "4-1")]
    [InlineData(64, "street", "")]
    [InlineData(73, "street", "/proc/nowhere")]
    [InlineData(66, "quantize", "yolox-nano", "--calibration", "nowhere", "-o", "x")]
    [InlineData(66, "detect", "rtsp://127.0.0.1:9/none")]
    [InlineData(66, "detect", "nowhere.jpg")]
    [InlineData(66, "eval", "--images", "nowhere", "--annotations", "nowhere.json")]
    [InlineData(69, "models", "info", "yolox-nan")]
    [InlineData(0, "version")]
    [InlineData(0, "completion", "bash")]
    [InlineData(0, "models", "list")]
    [InlineData(0, "--help")]
    public async Task Exit_codes_say_what_kind_of_wrong_it_is(int code, params string[] arguments)
    {
        var (exit, output) = await EdgeVisionProgram.RunAsync(arguments);
        Assert.True(code == exit, $"{string.Join(' ', arguments)} ended with {exit}, not {code}: {output}");
        Assert.DoesNotContain("   at EdgeVision", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("detct", "did you mean 'detect'?")]
    [InlineData("run --confg x.yaml", "did you mean '--config'?")]
    [InlineData("models lst", "did you mean 'list'?")]
    [InlineData("doctor --jsn", "did you mean '--json'?")]
    [InlineData("bench --threads x", "--threads takes a whole number from 1 to 64, not 'x'")]
    [InlineData("quantize x --calibration y -o z --target fast", "--target takes balanced, latency, accuracy, not 'fast'")]
    [InlineData("quantize x --calibration y -o z --calibrator minmax", "did you mean 'min-max'?")]
    [InlineData("quantize x --calibration y -o z --calibrator mse --percentile 99", "--percentile goes with --calibrator percentile only")]
    [InlineData("quantize x --calibration y -o z --categories car", "--categories goes with --evaluate DIR,JSON only")]
    [InlineData("quantize x --calibration y -o Big_Name", "such as big-name")]
    [InlineData("quantize x --calibration y -o z --over 5", "--over takes a duration such as 90s")]
    [InlineData("quantize x --calibration camera:gate -o z", "--calibration camera:gate needs --config FILE")]
    [InlineData("detect nowhere.jpg", "nowhere.jpg: is not there")]
    [InlineData("street x --size 100x9", "--size takes WIDTHxHEIGHT, both even")]
    [InlineData("street x --size 160x96&frames=3", "--size takes WIDTHxHEIGHT, both even, 160x96 to 3840x2160, not '160x96&frames=3'")]
    [InlineData("street x --size 160x96&", "not '160x96&'")]
    [InlineData("street /proc/nowhere", "edgevision: /proc/nowhere cannot be made or written")]
    [InlineData("street x --light nigt", "did you mean 'night'?")]
    [InlineData("eval --images x", "--annotations is missing; eval takes --images DIR --annotations FILE, or --teacher MODEL --input WHAT")]
    [InlineData("eval --teacher x", "--teacher needs --input")]
    [InlineData("eval --teacher x --input y --annotations z", "--annotations does not go with --teacher")]
    [InlineData("eval --images x --annotations y --every 2", "--every goes with --teacher MODEL only")]
    public async Task Usage_errors_say_what_was_probably_meant(string line, string words)
    {
        var (_, output) = await EdgeVisionProgram.RunAsync(line.Split(' '));
        Assert.Contains(words, output, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", output, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_picture_that_is_none_is_one_clear_error()
    {
        var model = ShippedModel.NameOfAny();
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".jpg");
        await File.WriteAllBytesAsync(file, []);
        var (exit, output) = await EdgeVisionProgram.RunAsync("detect", file, "--model", model);
        File.Delete(file);
        Assert.Equal(65, exit);
        Assert.Contains(file, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at EdgeVision", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_verb_has_help_with_an_example()
    {
        string[][] verbs = [["run"], ["check"], ["doctor"], ["detect"], ["eval"], ["bench"], ["quantize"], ["street"], ["models", "list"], ["models", "info"], ["models", "verify"], ["models", "pull"], ["models", "remove"], ["models", "sign"], ["version"], ["completion"]];
        foreach (var verb in verbs)
        {
            var (exit, output) = await EdgeVisionProgram.RunAsync([.. verb, "--help"]);
            Assert.Equal(0, exit);
            Assert.Contains($"edgevision {string.Join(' ', verb)}", output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Check_says_every_error_with_its_place()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".yaml");
        await File.WriteAllTextAsync(file, """
            device: {id: Yard!}
            cameras:
              - id: gate
                sauce: rtsp://192.0.2.20/stream
            """);
        var (exit, output) = await EdgeVisionProgram.RunAsync("check", "--config", file);
        File.Delete(file);
        Assert.Equal(78, exit);
        Assert.Contains($"{file}:1:14:", output, StringComparison.Ordinal);
        Assert.Contains($"{file}:4:5:", output, StringComparison.Ordinal);
        Assert.Contains("source", output, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Detect_finds_the_bus_and_writes_json_and_a_picture()
    {
        var truth = JsonNode.Parse(await File.ReadAllTextAsync(TestAssets.Need("datasets", "vehicles", "instances_valid.json")))!;
        TestAssets.Need("models", "yolox-nano-416.onnx");
        var bus = truth["categories"]!.AsArray().Single(c => (string?)c!["name"] == "Bus")!["id"]!.GetValue<int>();
        var label = truth["annotations"]!.AsArray().Where(a => (int)a!["category_id"]! == bus).MaxBy(a => (double)a!["area"]!)!;
        var image = truth["images"]!.AsArray().Single(i => (int)i!["id"]! == (int)label["image_id"]!)!;
        var folder = ServiceRun.NewFolder();
        var picture = TestAssets.Need("datasets", "vehicles", "valid", (string)image["file_name"]!);
        var (json, drawn) = (Path.Combine(folder, "out.json"), Path.Combine(folder, "out.jpg"));

        var (exit, output) = await EdgeVisionProgram.RunAsync("detect", picture, "--model", "yolox-nano", "--json", json, "--annotate", drawn);

        Assert.True(exit == 0, output);
        var entry = Assert.Single(JsonNode.Parse(await File.ReadAllTextAsync(json))!.AsArray())!;
        Assert.Equal(Path.GetFileName(picture), (string?)entry["image"]);
        Assert.Contains(entry["detections"]!.AsArray(), one => (string?)one!["label"] == "bus" && Iou(Box(one["box"]!), Box(label["bbox"]!)) > .7);
        Assert.Equal([0xFF, 0xD8], (await File.ReadAllBytesAsync(drawn))[..2]);
        Directory.Delete(folder, recursive: true);
    }

    [SkippableFact]
    public async Task Bench_json_has_its_documented_keys_and_the_path_allocates_nothing_per_frame()
    {
        var model = ShippedModel.NameOfAny();
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".json");
        var (exit, output) = await EdgeVisionProgram.RunAsync("bench", "--quick", "--model", model, "--json", file);
        Assert.True(exit == 0, output);
        var result = JsonNode.Parse(await File.ReadAllTextAsync(file))!.AsObject();
        File.Delete(file);
        Assert.Equal(
            ["model", "threads", "run_only_fps", "path_fps", "path_ratio", "preprocess_ms", "decode_ms", "cpu_ms_per_frame", "allocated_bytes_per_frame", "gops", "compute_share", "inferences_per_joule", "fps_per_watt", "fps_per_price", "currency", "run_ms", "steady_ratio", "paced", "video"],
            result.Select(pair => pair.Key));
        var paced = result["paced"]!.AsObject();
        Assert.Equal(
            ["fps", "run_only_cpu_ms", "path_cpu_ms", "cpu_ratio", "preprocess_ms", "run_ms", "hop_ms", "cpu_ms_by_thread"], paced.Select(pair => pair.Key));
        Assert.True((double)paced["run_only_cpu_ms"]! > 0);
        Assert.Null(result["video"]);

        // The timers of a process allocate a little whatever the frames do; an object a frame would be 24 bytes or more.
        Assert.InRange((double)result["allocated_bytes_per_frame"]!, 0, 20);
        Assert.True((double)result["path_fps"]! > 1);
    }

    [SkippableFact]
    public async Task A_model_agrees_wholly_with_itself_and_partly_with_itself_when_it_is_less_sure()
    {
        var model = ShippedModel.NameOfAny();
        string[] line = ["eval", "--model", model, "--teacher", model, "--input", "synthetic:street?traffic=busy&start=300", "--frames", "8", "--every", "5"];
        var same = await Judge(line);
        Assert.Equal((1.0, 1.0), ((double)same["overall"]!["precision"]!, (double)same["overall"]!["recall"]!));
        Assert.Equal(
            ["model", "teacher", "input", "frames", "cut_short", "iou", "score", "teacher_score", "overall", "per_label"], same.AsObject().Select(pair => pair.Key));
        Assert.Equal(8, (int)same["frames"]!);
        Assert.False((bool)same["cut_short"]!);
        Assert.Equal((int)same["overall"]!["found"]!, same["per_label"]!.AsObject().Sum(label => (int)label.Value!["found"]!));

        // A student that says more than its teacher misses nothing of it and is more often wrong by it.
        var more = await Judge([.. line, "--score", "0.1", "--teacher-score", "0.5", "--labels", "Car,person"]);
        Assert.Equal(1.0, (double)more["overall"]!["recall"]!);
        Assert.True((double)more["overall"]!["precision"]! < 1, more.ToJsonString());
        Assert.Equal(["person", "car"], more["per_label"]!.AsObject().Select(label => label.Key));
    }

    [SkippableFact]
    public async Task A_student_is_judged_by_a_teacher_with_other_numbers_for_the_same_labels()
    {
        ShippedModel.Need();
        TestAssets.Need("models", "yolox-nano-416.onnx");
        var result = await Judge(
            "eval", "--model", ShippedModel.Name, "--teacher", "yolox-nano", "--labels", "person",
            "--input", TestAssets.Need("videos", "one-by-one-person-detection.mp4"), "--every", "10");

        // The bars that the model was trained to reach on this clip.
        var (precision, recall) = ((double)result["overall"]!["precision"]!, (double)result["overall"]!["recall"]!);
        Assert.Equal(140, (int)result["frames"]!);
        Assert.True(precision >= .7 && recall >= .6, $"precision {precision}, recall {recall}");
    }

    [SkippableFact]
    public async Task A_comparison_without_end_gives_its_figures_when_it_is_cut_short()
    {
        var model = ShippedModel.NameOfAny();
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".json");
        await using var program = EdgeVisionProgram.Start(
            "eval", "--model", model, "--teacher", model, "--input", "synthetic:street?size=320x192&traffic=busy&start=300&pace=fast", "--json", file);
        await Eventually.Holds(
            () => program.Output.Contains("edgevision: comparing", StringComparison.Ordinal), TimeSpan.FromMinutes(2), () => program.Output);
        program.Signal("INT");
        Assert.Equal(130, await program.ExitAsync(TimeSpan.FromSeconds(60)));
        var result = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
        File.Delete(file);
        Assert.True((bool)result["cut_short"]!);
        var frames = (int)result["frames"]!;
        Assert.True(frames > 0);
        Assert.Contains($", {frames} frames, IoU .50", program.Output, StringComparison.Ordinal);
        Assert.Contains($"cancelled; the figures are of the {frames} frames", program.Output, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_result_that_cannot_be_stored_is_said_before_the_work()
    {
        var model = ShippedModel.NameOfAny();
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), "out.json");
        string[] line = ["eval", "--model", model, "--teacher", model, "--input", "synthetic:street?size=320x192", "--json", file];

        // Without an end: the program ends of itself only when it looks before it works.
        var (exit, output) = await EdgeVisionProgram.RunAsync(line);
        Assert.Equal(73, exit);
        Assert.Contains($"--json: {file} cannot be written", output, StringComparison.Ordinal);
    }

    private static async Task<JsonNode> Judge(params string[] arguments)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".json");
        var (exit, output) = await EdgeVisionProgram.RunAsync([.. arguments, "--json", file]);
        Assert.True(exit == 0, output);
        var result = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
        File.Delete(file);
        return result;
    }

    private static double[] Box(JsonNode box) => [.. box.AsArray().Select(value => (double)value!)];

    private static double Iou(double[] a, double[] b)
    {
        var width = Math.Min(a[0] + a[2], b[0] + b[2]) - Math.Max(a[0], b[0]);
        var height = Math.Min(a[1] + a[3], b[1] + b[3]) - Math.Max(a[1], b[1]);
        var common = Math.Max(0, width) * Math.Max(0, height);
        return common / ((a[2] * a[3]) + (b[2] * b[3]) - common);
    }
}
