using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using EdgeVision.EndToEnd.Tests.Rig;
using EdgeVision.Testing;

namespace EdgeVision.EndToEnd.Tests;

/// <summary>scripts/demo as a person starts and ends it.</summary>
public class DemoTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    [SkippableFact]
    public async Task It_ends_well_when_a_second_client_received_what_was_published()
    {
        NeedAll();
        var (exit, output) = await RunAsync([], "--seconds", "4");
        Assert.True(exit == 0, output);
        Assert.Matches("the second client received [1-9][0-9]* detection messages with [1-9]", output);
    }

    [SkippableFact]
    public async Task A_machine_without_any_other_file_runs_the_shipped_model_and_judges_it_by_the_exact_truth()
    {
        ShippedModel.Need();
        NeedAll();
        var empty = ServiceRun.NewFolder();
        var (exit, output) = await RunWithAsync(
            new() { ["EDGEVISION_ASSETS"] = empty, ["STATE_DIRECTORY"] = empty }, [], "--seconds", "150", "--video", "synthetic:street?seed=4&traffic=busy&start=400&size=480x270&pace=fast&frames=60");
        Directory.Delete(empty, recursive: true);

        Assert.True(exit == 0, output);
        Assert.Contains($"demo: {ShippedModel.Name} on synthetic:street", output, StringComparison.Ordinal);
        var lines = output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        // The log, on standard error, comes after.
        lines = lines[..(Array.FindIndex(lines, static line => line.StartsWith("demo: the second client", StringComparison.Ordinal)) + 1)];
        var judged = Regex.Match(
            string.Join('\n', lines.TakeLast(6)), @"street: precision (\S+), recall (\S+) against the exact truth \(([\d,]+) objects in (\d+) frames, IoU \.50, score ≥ \.\d\d\)");
        Assert.True(judged.Success, output);
        Assert.True(Number(judged, 3) >= 50, output);
        Assert.Equal(60, Number(judged, 4));
        Assert.True(Number(judged, 1) >= .6 && Number(judged, 2) >= .5, output);

        static double Number(Match match, int group) => double.Parse(match.Groups[group].Value, NumberStyles.Number, CultureInfo.InvariantCulture);
    }

    [SkippableTheory]
    [InlineData("INT", "-")]
    [InlineData("TERM", "")]
    public async Task A_signal_ends_it_with_the_same_count_and_nothing_dropped(string signal, string group)
    {
        NeedAll();
        var (exit, output) = await RunAsync([signal, group], "--keep");
        Assert.True(exit == 0, output);
        Assert.Contains(" 0 dropped", output, StringComparison.Ordinal);
        Assert.Matches("the second client received [1-9]", output);
    }

    [SkippableTheory]
    [InlineData(64, "--seconds")]
    [InlineData(64, "--seconds", "soon")]
    [InlineData(64, "--bogus")]
    [InlineData(69, "--broker", "127.0.0.1:9")]
    public async Task What_is_wrong_with_its_options_has_its_exit_code(int code, params string[] arguments)
    {
        NeedAll();
        var (exit, output) = await RunAsync([], arguments);
        Assert.True(exit == code, output);
        Assert.Contains("demo: ", output, StringComparison.Ordinal);
    }

    private static void NeedAll()
    {
        ShippedModel.NameOfAny();
        foreach (var program in new[] { "mosquitto", "mosquitto_sub", "ffmpeg" })
        {
            Programs.Need(program, "run scripts/setup");
        }
    }

    /// <summary>Runs it in a process group of its own, as a shell does; a signal is sent once objects were seen.</summary>
    /// <param name="signal">Nothing, or a signal's name and "-" when the whole group gets it, as with Ctrl-C.</param>
    /// <param name="arguments">Of the script.</param>
    private static Task<(int Exit, string Output)> RunAsync(string[] signal, params string[] arguments) => RunWithAsync([], signal, arguments);

    private static async Task<(int Exit, string Output)> RunWithAsync(Dictionary<string, string> environment, string[] signal, params string[] arguments)
    {
        var start = new ProcessStartInfo("setsid") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in arguments.Prepend(Repository.PathOf("scripts", "demo")))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        using var demo = Process.Start(start)!;
        using var late = new CancellationTokenSource(Limit);
        using var kill = late.Token.Register(() => Kill(demo.Id, "KILL", "-"));
        var errors = demo.StandardError.ReadToEndAsync(late.Token);
        var output = "";
        while (await demo.StandardOutput.ReadLineAsync(late.Token) is { } line)
        {
            output += line + Environment.NewLine;
            if (signal is [var name, var group] && Regex.IsMatch(line, "latency p50 .* ms  [1-9]"))
            {
                Kill(demo.Id, name, group);
                signal = [];
            }
        }

        await demo.WaitForExitAsync(late.Token);
        return (demo.ExitCode, output + await errors);
    }

    private static void Kill(int pid, string signal, string group)
    {
        using var kill = Process.Start(new ProcessStartInfo("kill") { ArgumentList = { "-" + signal, "--", group + pid.ToString(CultureInfo.InvariantCulture) } })!;
        kill.WaitForExit();
    }
}
