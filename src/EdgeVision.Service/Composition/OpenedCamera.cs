using EdgeVision.Core.Pipeline;
using EdgeVision.Service.Configuration.Plans;

namespace EdgeVision.Service.Composition;

/// <summary>A camera whose model works.</summary>
internal sealed record OpenedCamera(CameraPlan Plan, CameraLane Lane, CameraSupervisor Supervisor);
