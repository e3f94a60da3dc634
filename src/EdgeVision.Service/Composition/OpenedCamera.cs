using EdgeVision.Core.Pipeline;
using EdgeVision.Core.Ports;
using EdgeVision.Service.Configuration.Plans;

namespace EdgeVision.Service.Composition;

/// <summary>A camera whose model is loaded.</summary>
internal sealed record OpenedCamera(CameraPlan Plan, CameraLane Lane, CameraSupervisor Supervisor, IDetector Detector);
