using EdgeVision.Native.OnnxRuntime;
using EdgeVision.Testing;

namespace EdgeVision.Native.Tests.OnnxRuntime;

/// <summary>
/// What sessions of one library share. The environment is the library's, so each test takes a copy of the library's file: another
/// library to the loader. Threads inherit their maker's name, so those of a test are told from all others.
/// </summary>
public sealed class SharedThreadsTests : IDisposable
{
    private const int Sessions = 5;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("edgevision-ort-");

    [SkippableFact]
    public void Any_number_of_sessions_adds_one_thread_to_a_shared_pool_of_two()
    {
        var library = Copy();
        Assert.True(library.ShareThreads(2));
        Assert.Equal(Enumerable.Repeat(1, Sessions), ThreadsBySession(library, new OrtSessionOptions { IntraOpThreads = 2 }));
    }

    [SkippableFact]
    public void Without_a_shared_pool_each_session_adds_one_of_its_own()
    {
        Assert.Equal(Enumerable.Range(1, Sessions), ThreadsBySession(Copy(), new OrtSessionOptions { IntraOpThreads = 2 }));
    }

    [SkippableTheory]
    [InlineData(3, false, 2)]
    [InlineData(2, true, 1)]
    [InlineData(1, false, 0)]
    public void A_session_that_asks_for_another_pool_has_its_own(int threads, bool spinning, int each)
    {
        var library = Copy();
        library.ShareThreads(2);
        var options = new OrtSessionOptions { IntraOpThreads = threads, Spinning = spinning };
        Assert.Equal(Enumerable.Range(1, Sessions).Select(count => 1 + count * each), ThreadsBySession(library, options));
    }

    [SkippableFact]
    public void A_pool_is_decided_before_the_first_session()
    {
        var library = Copy();
        using var session = OrtSession.Create(library, TinyModels.Add);
        Assert.False(library.ShareThreads(2));
        Assert.Equal(Enumerable.Range(1, Sessions), ThreadsBySession(library, new OrtSessionOptions { IntraOpThreads = 2 }));
    }

    [SkippableFact]
    public void The_outputs_of_sessions_that_run_at_once_on_shared_threads_are_those_of_threads_of_their_own()
    {
        var model = File.ReadAllBytes(TestAssets.Need("models", "yunet-s-320.onnx"));
        var shared = Copy();
        Assert.True(shared.ShareThreads(2));
        var options = new OrtSessionOptions { IntraOpThreads = 2 };
        using var own = OrtSession.Create(Ort.Need(), model, options);
        using var first = OrtSession.Create(shared, model, options);
        using var second = OrtSession.Create(shared, model, options);
        using var expected = own.CreateRun();
        using var one = first.CreateRun();
        using var two = second.CreateRun();
        var pixels = new Random(5);
        for (var frame = 0; frame < 3; frame++)
        {
            foreach (ref var value in expected.Inputs[0].AsFloats())
            {
                value = pixels.Next(256);
            }

            expected.Inputs[0].Bytes.CopyTo(one.Inputs[0].Bytes);
            expected.Inputs[0].Bytes.CopyTo(two.Inputs[0].Bytes);
            Parallel.Invoke(expected.Run, one.Run, two.Run);
            for (var output = 0; output < own.Outputs.Count; output++)
            {
                Assert.True(expected.Output<float>(output).SequenceEqual(one.Output<float>(output)), $"frame {frame}, output {output}");
                Assert.True(expected.Output<float>(output).SequenceEqual(two.Output<float>(output)), $"frame {frame}, output {output}");
            }
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private OrtLibrary Copy()
    {
        var original = Ort.Need().Path;
        Skip.IfNot(File.Exists(original), "needs the library's file");
        var copy = Path.Combine(_folder.FullName, "libonnxruntime.so.1");
        File.Copy(original, copy);
        return OrtLibrary.Load(copy);
    }

    /// <summary>How many threads there are beside the one that opens them, after the first session, the second, and so on.</summary>
    private static int[] ThreadsBySession(OrtLibrary library, OrtSessionOptions options)
    {
        // Linux cuts thread names at 15 letters.
        var name = $"t{Guid.NewGuid():N}"[..15];
        var counts = new int[Sessions];
        var maker = new Thread(() =>
        {
            var open = new List<OrtSession>();
            for (var count = 0; count < Sessions; count++)
            {
                open.Add(OrtSession.Create(library, TinyModels.Add, options));
                counts[count] = Threads(name) - 1;
            }

            open.ForEach(static session => session.Dispose());
        }) { Name = name };
        maker.Start();
        maker.Join();
        return counts;
    }

    private static int Threads(string name) => Directory.EnumerateDirectories("/proc/self/task").Count(task => NameOf(task) == name);

    private static string NameOf(string task)
    {
        try
        {
            return File.ReadAllText(Path.Combine(task, "comm")).TrimEnd('\n');
        }
        catch (IOException)
        {
            return "";
        }
    }
}
