using VideoIndex.Inference;
using VideoIndex.Onnx.Native;

namespace VideoIndex.Onnx.Batching;

/// <summary>
/// Where runs of a model share batches: on a GPU, where it was asked for and the model takes any number of items. On the processor each run is
/// by itself: there batches cost detectors a third (docs/models.md has the figures), and a run that waits for others only comes later.
/// </summary>
internal static class BatchPolicy
{
    /// <summary>Returns the model as it is to be used: itself, or its runs shared.</summary>
    public static IModelSession Of(IModelSession session, ModelSessionOptions options) =>
        options.SharedBatch && session.Provider != OrtProviders.Processor && SharedBatches.CanShare(session)
            ? new SharedBatches(session, new SharedBatchOptions(), TimeProvider.System)
            : session;
}
