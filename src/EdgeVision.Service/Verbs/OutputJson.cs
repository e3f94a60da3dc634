using System.Text.Json.Serialization;

namespace EdgeVision.Service.Verbs;

/// <summary>How the verbs' JSON outputs are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
[JsonSerializable(typeof(EvalJson))]
[JsonSerializable(typeof(TeacherEvalJson))]
[JsonSerializable(typeof(Benching.BenchJson))]
[JsonSerializable(typeof(Profiling.ProfileJson))]
[JsonSerializable(typeof(Benching.WorkerCostJson))]
[JsonSerializable(typeof(DetectedFrameJson))]
[JsonSerializable(typeof(ModelJson[]))]
[JsonSerializable(typeof(Doctor.DoctorJson))]
[JsonSerializable(typeof(Devices.DevicesJson))]
internal sealed partial class OutputJson : JsonSerializerContext;
