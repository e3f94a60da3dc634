using EdgeVision.Messaging.Payloads;

namespace EdgeVision.Service.Composition;

/// <summary>Makes the info message with its stamp.</summary>
internal delegate InfoV1 InfoV1Source(WireStamp stamp);
