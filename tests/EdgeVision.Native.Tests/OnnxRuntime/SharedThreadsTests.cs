using EdgeVision.Native.OnnxRuntime;
using EdgeVision.Testing;

namespace EdgeVision.Native.Tests.OnnxRuntime;

public sealed class SharedThreadsTests
{
    /// <summary>A copy of the library's file is another library to the loader, with its own environment.</summary>
    [SkippableFact]
    public void Sessions_can_share_one_pool_of_threads()
    {
        var original = Ort.Need().Path;
        Skip.IfNot(File.Exists(original), "needs the library's file");
        var folder = Directory.CreateTempSubdirectory("edgevision-ort-");
        try
        {
            var copy = Path.Combine(folder.FullName, "libonnxruntime.so.1");
            File.Copy(original, copy);
            var library = OrtLibrary.Load(new OrtLibraryOptions { Path = copy, SharedThreads = 2 });
            var options = new OrtSessionOptions { UseSharedThreads = true };
            using var first = OrtSession.Create(library, TinyModels.Add, options);
            using var second = OrtSession.Create(library, TinyModels.Add, options);
            using var run = second.CreateRun();
            run.Inputs[0].AsFloats().Fill(1.5f);
            run.Run();

            Assert.NotSame(Ort.Need(), library);
            Assert.Equal(1.5f, run.Output<float>(0)[0]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
