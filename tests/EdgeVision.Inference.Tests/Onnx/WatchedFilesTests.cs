using System.Diagnostics;
using EdgeVision.Inference.Tests.Fakes;
using EdgeVision.Testing;

namespace EdgeVision.Inference.Tests.Onnx;

/// <summary>The kernel's own word on which files opening a model touches.</summary>
public sealed class WatchedFilesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public void A_plain_file_beside_the_model_is_opened_so_that_a_watcher_sees_it()
    {
        var (said, touched) = Open("weights.bin", _folder.Write("inner/weights.bin", "0123456789abcdef"));
        Assert.Contains("reader: read", said, StringComparison.Ordinal);
        Assert.Contains(touched, call => call.StartsWith("open", StringComparison.Ordinal));
    }

    [SkippableTheory]
    [InlineData("../secret.bin")]
    [InlineData("../inner/../secret.bin")]
    [InlineData("./../secret.bin")]
    [InlineData("ABSOLUTE")]
    public void A_file_elsewhere_is_never_touched(string location)
    {
        var secret = _folder.Write("secret.bin", "0123456789abcdef");
        var (said, touched) = Open(location == "ABSOLUTE" ? secret : location, secret);
        Assert.Contains("reader: ExternalData", said, StringComparison.Ordinal);
        Assert.Contains("session: ModelUnreadable", said, StringComparison.Ordinal);
        Assert.Empty(touched);
    }

    [SkippableFact]
    public void A_link_to_a_file_elsewhere_is_looked_at_but_its_target_never_opened()
    {
        var secret = _folder.Write("secret.bin", "0123456789abcdef");
        Directory.CreateDirectory(_folder["inner"]);
        File.CreateSymbolicLink(_folder["inner/weights.bin"], secret);
        var (said, touched) = Open("weights.bin", _folder["inner/weights.bin"]);
        Assert.Contains("reader: ExternalData", said, StringComparison.Ordinal);
        Assert.DoesNotContain(touched, call => call.StartsWith("open", StringComparison.Ordinal) && !call.Contains(" = -1", StringComparison.Ordinal));
    }

    /// <returns>What the child said, and its system calls that name the file.</returns>
    private (string Said, string[] Touched) Open(string location, string watched)
    {
        Ort.Need();
        var model = _folder["inner/model.onnx"];
        Directory.CreateDirectory(_folder["inner"]);
        File.WriteAllBytes(model, HandMade.Model(HandMade.Graph(HandMade.Node("Add", ["a", "w"], ["sum"]), HandMade.External(location))));
        var built = Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd('/')))!;
        var program = Repository.PathOf("tests", "OnnxFuzz", "bin", built, "net10.0", "OnnxFuzz.dll");
        var log = _folder["calls.txt"];
        var start = new ProcessStartInfo(
            Programs.Need("strace", "apt-get install strace"), ["-f", "-s", "4096", "-e", "trace=file", "-o", log, "dotnet", program, "open", model])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder["inner"],
        };
        using var child = Process.Start(start)!;
        var errors = child.StandardError.ReadToEndAsync();
        var said = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        var complaints = errors.GetAwaiter().GetResult();
        Skip.If(complaints.Contains("ptrace", StringComparison.OrdinalIgnoreCase), $"may not watch another process here: {complaints}");
        Assert.True(child.ExitCode == 0, said + complaints);

        // Each line begins with a process id.
        var calls = File.ReadAllLines(log).Select(line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..].TrimStart()).ToArray();
        Assert.Contains(calls, call => call.Contains(model, StringComparison.Ordinal));
        return (said, [.. calls.Where(call => call.Contains(Path.GetFileName(watched), StringComparison.Ordinal))]);
    }
}
