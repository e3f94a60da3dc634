using EdgeVision.Inference.Accelerators.Hardware;
using EdgeVision.Inference.Tests.Fakes;
using EdgeVision.Testing;

namespace EdgeVision.Inference.Tests.Accelerators.Hardware;

/// <summary>
/// A machine's proc, sys and dev laid out again from a recording: lines of <c>path = content</c> (with \n, \t and \0) and
/// <c>path -> target</c> for a link.
/// </summary>
internal sealed class RecordedMachine : IDisposable
{
    private readonly TempFolder _folder = new();

    public RecordedMachine(string name)
    {
        var path = Repository.PathOf("tests", "EdgeVision.Inference.Tests", "Accelerators", "Hardware", "Machines", name + ".txt");
        foreach (var line in File.ReadLines(path).Where(line => line.StartsWith('/')))
        {
            LayOut(line);
        }
    }

    public string Root => _folder.Path;

    /// <summary>Takes a file away again.</summary>
    public RecordedMachine Without(string path)
    {
        File.Delete(Root + path);
        return this;
    }

    public HardwareInventory Scan() => HardwareScan.Read(Root);

    public void Dispose() => _folder.Dispose();

    private void LayOut(string line)
    {
        if (line.Split(" -> ", 2) is [var link, var target])
        {
            File.CreateSymbolicLink(Root + link, target);
        }
        else
        {
            var parts = line.Split(" =", 2);
            var content = parts[1].TrimStart(' ').Replace("\\n", "\n", StringComparison.Ordinal)
                .Replace("\\t", "\t", StringComparison.Ordinal).Replace("\\0", "\0", StringComparison.Ordinal);
            _folder.Write(parts[0][1..], content);
        }
    }
}
