using EdgeVision.Core.Operating;
using EdgeVision.Inference.Onnx.Costs;
using EdgeVision.Inference.Profiling.Tables;

namespace EdgeVision.Service.Profiling;

/// <summary>What `profile` found out.</summary>
/// <param name="Result">The table.</param>
/// <param name="Graph">What the model asks of a machine.</param>
/// <param name="Decision">What would run.</param>
internal sealed record ProfileOutcome(TableResult Result, GraphCost Graph, OffloadDecision Decision);
