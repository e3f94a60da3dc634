using System.Text;
using EdgeVision.Native.OnnxRuntime;
using EdgeVision.Testing;

namespace EdgeVision.Native.Tests.OnnxRuntime;

public sealed class OptimizedModelTests
{
    [SkippableFact]
    public void The_rewritten_model_is_written_where_asked_and_can_be_loaded_again()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("größe").FullName, "optimized.onnx");
        try
        {
            using (Ort.Session(TinyModels.Add, new OrtSessionOptions { OptimizedModelPath = path }))
            {
                Assert.Contains("sum", Encoding.UTF8.GetString(File.ReadAllBytes(path)), StringComparison.Ordinal);
            }

            using var again = Ort.Session(File.ReadAllBytes(path));
            Assert.Equal("sum", Assert.Single(again.Outputs).Name);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }
    }
}
