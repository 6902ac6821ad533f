namespace VideoIndex.Onnx.Native;

/// <summary>
/// The functions of ONNX Runtime's C interface that are used here. The library gives them as one table of pointers that only
/// ever grows at its end, so a function is known by its place in it; every one here is there since version 1.12.
/// </summary>
/// <remarks>The places are those of <c>struct OrtApi</c> in the library's public header <c>onnxruntime_c_api.h</c>.</remarks>
internal readonly unsafe struct OrtTable(nint table)
{
    /// <summary>The version of the table that has all of them.</summary>
    public const uint Version = 12;

    private readonly void** _functions = (void**)table;

    public delegate* unmanaged[Cdecl]<nint, int> GetErrorCode => (delegate* unmanaged[Cdecl]<nint, int>)_functions[1];

    public delegate* unmanaged[Cdecl]<nint, byte*> GetErrorMessage => (delegate* unmanaged[Cdecl]<nint, byte*>)_functions[2];

    public delegate* unmanaged[Cdecl]<int, byte*, out nint, nint> CreateEnv => (delegate* unmanaged[Cdecl]<int, byte*, out nint, nint>)_functions[3];

    public delegate* unmanaged[Cdecl]<nint, nint> DisableTelemetryEvents => (delegate* unmanaged[Cdecl]<nint, nint>)_functions[6];

    public delegate* unmanaged[Cdecl]<nint, nint, nint, out nint, nint> CreateSession => (delegate* unmanaged[Cdecl]<nint, nint, nint, out nint, nint>)_functions[7];

    public delegate* unmanaged[Cdecl]<nint, nint, nint*, nint*, nuint, nint*, nuint, nint*, nint> Run =>
        (delegate* unmanaged[Cdecl]<nint, nint, nint*, nint*, nuint, nint*, nuint, nint*, nint>)_functions[9];

    public delegate* unmanaged[Cdecl]<out nint, nint> CreateSessionOptions => (delegate* unmanaged[Cdecl]<out nint, nint>)_functions[10];

    public delegate* unmanaged[Cdecl]<nint, int, nint> SetGraphOptimizationLevel => (delegate* unmanaged[Cdecl]<nint, int, nint>)_functions[23];

    public delegate* unmanaged[Cdecl]<nint, int, nint> SetIntraOpThreads => (delegate* unmanaged[Cdecl]<nint, int, nint>)_functions[24];

    public delegate* unmanaged[Cdecl]<nint, int, nint> SetInterOpThreads => (delegate* unmanaged[Cdecl]<nint, int, nint>)_functions[25];

    public delegate* unmanaged[Cdecl]<nint, out nuint, nint> GetInputCount => (delegate* unmanaged[Cdecl]<nint, out nuint, nint>)_functions[30];

    public delegate* unmanaged[Cdecl]<nint, out nuint, nint> GetOutputCount => (delegate* unmanaged[Cdecl]<nint, out nuint, nint>)_functions[31];

    public delegate* unmanaged[Cdecl]<nint, nuint, out nint, nint> GetInputTypeInfo => (delegate* unmanaged[Cdecl]<nint, nuint, out nint, nint>)_functions[33];

    public delegate* unmanaged[Cdecl]<nint, nuint, out nint, nint> GetOutputTypeInfo => (delegate* unmanaged[Cdecl]<nint, nuint, out nint, nint>)_functions[34];

    public delegate* unmanaged[Cdecl]<nint, nuint, nint, out nint, nint> GetInputName => (delegate* unmanaged[Cdecl]<nint, nuint, nint, out nint, nint>)_functions[36];

    public delegate* unmanaged[Cdecl]<nint, nuint, nint, out nint, nint> GetOutputName => (delegate* unmanaged[Cdecl]<nint, nuint, nint, out nint, nint>)_functions[37];

    public delegate* unmanaged[Cdecl]<nint, long*, nuint, int, out nint, nint> CreateTensor => (delegate* unmanaged[Cdecl]<nint, long*, nuint, int, out nint, nint>)_functions[48];

    public delegate* unmanaged[Cdecl]<nint, void*, nuint, long*, nuint, int, out nint, nint> CreateTensorOver =>
        (delegate* unmanaged[Cdecl]<nint, void*, nuint, long*, nuint, int, out nint, nint>)_functions[49];

    public delegate* unmanaged[Cdecl]<nint, out nint, nint> GetTensorData => (delegate* unmanaged[Cdecl]<nint, out nint, nint>)_functions[51];

    public delegate* unmanaged[Cdecl]<nint, out nuint, nint> GetWordsLength => (delegate* unmanaged[Cdecl]<nint, out nuint, nint>)_functions[53];

    public delegate* unmanaged[Cdecl]<nint, byte*, nuint, nuint*, nuint, nint> GetWords => (delegate* unmanaged[Cdecl]<nint, byte*, nuint, nuint*, nuint, nint>)_functions[54];

    public delegate* unmanaged[Cdecl]<nint, out nint, nint> CastToTensorInfo => (delegate* unmanaged[Cdecl]<nint, out nint, nint>)_functions[55];

    public delegate* unmanaged[Cdecl]<nint, out int, nint> GetElementType => (delegate* unmanaged[Cdecl]<nint, out int, nint>)_functions[60];

    public delegate* unmanaged[Cdecl]<nint, out nuint, nint> GetDimensionsCount => (delegate* unmanaged[Cdecl]<nint, out nuint, nint>)_functions[61];

    public delegate* unmanaged[Cdecl]<nint, long*, nuint, nint> GetDimensions => (delegate* unmanaged[Cdecl]<nint, long*, nuint, nint>)_functions[62];

    public delegate* unmanaged[Cdecl]<nint, out nint, nint> GetTensorTypeAndShape => (delegate* unmanaged[Cdecl]<nint, out nint, nint>)_functions[65];

    public delegate* unmanaged[Cdecl]<nint, out int, nint> GetValueType => (delegate* unmanaged[Cdecl]<nint, out int, nint>)_functions[67];

    public delegate* unmanaged[Cdecl]<int, int, out nint, nint> CreateCpuMemoryInfo => (delegate* unmanaged[Cdecl]<int, int, out nint, nint>)_functions[69];

    public delegate* unmanaged[Cdecl]<nint, nint, nint> AllocatorFree => (delegate* unmanaged[Cdecl]<nint, nint, nint>)_functions[76];

    public delegate* unmanaged[Cdecl]<out nint, nint> GetAllocator => (delegate* unmanaged[Cdecl]<out nint, nint>)_functions[78];

    public delegate* unmanaged[Cdecl]<nint, int, nint, out nint, nint> GetValue => (delegate* unmanaged[Cdecl]<nint, int, nint, out nint, nint>)_functions[80];

    public delegate* unmanaged[Cdecl]<nint, out nuint, nint> GetValueCount => (delegate* unmanaged[Cdecl]<nint, out nuint, nint>)_functions[81];

    public delegate* unmanaged[Cdecl]<nint, void> ReleaseStatus => (delegate* unmanaged[Cdecl]<nint, void>)_functions[93];

    public delegate* unmanaged[Cdecl]<nint, void> ReleaseSession => (delegate* unmanaged[Cdecl]<nint, void>)_functions[95];

    public delegate* unmanaged[Cdecl]<nint, void> ReleaseValue => (delegate* unmanaged[Cdecl]<nint, void>)_functions[96];

    public delegate* unmanaged[Cdecl]<nint, void> ReleaseTypeInfo => (delegate* unmanaged[Cdecl]<nint, void>)_functions[98];

    public delegate* unmanaged[Cdecl]<nint, void> ReleaseTensorInfo => (delegate* unmanaged[Cdecl]<nint, void>)_functions[99];

    public delegate* unmanaged[Cdecl]<nint, void> ReleaseSessionOptions => (delegate* unmanaged[Cdecl]<nint, void>)_functions[100];

    public delegate* unmanaged[Cdecl]<out nint, out int, nint> GetAvailableProviders => (delegate* unmanaged[Cdecl]<out nint, out int, nint>)_functions[125];

    public delegate* unmanaged[Cdecl]<nint, int, nint> ReleaseAvailableProviders => (delegate* unmanaged[Cdecl]<nint, int, nint>)_functions[126];

    public delegate* unmanaged[Cdecl]<nint, byte*, nuint, nint> SetWord => (delegate* unmanaged[Cdecl]<nint, byte*, nuint, nint>)_functions[129];

    public delegate* unmanaged[Cdecl]<nint, nint, nint, nint> RunWithBinding => (delegate* unmanaged[Cdecl]<nint, nint, nint, nint>)_functions[133];

    public delegate* unmanaged[Cdecl]<nint, out nint, nint> CreateBinding => (delegate* unmanaged[Cdecl]<nint, out nint, nint>)_functions[134];

    public delegate* unmanaged[Cdecl]<nint, void> ReleaseBinding => (delegate* unmanaged[Cdecl]<nint, void>)_functions[135];

    public delegate* unmanaged[Cdecl]<nint, nint, nint, nint> BindInput => (delegate* unmanaged[Cdecl]<nint, nint, nint, nint>)_functions[136];

    public delegate* unmanaged[Cdecl]<nint, nint, nint, nint> BindOutput => (delegate* unmanaged[Cdecl]<nint, nint, nint, nint>)_functions[137];

    public delegate* unmanaged[Cdecl]<nint, nint, nint> AppendCuda => (delegate* unmanaged[Cdecl]<nint, nint, nint>)_functions[204];

    public delegate* unmanaged[Cdecl]<out nint, nint> CreateCudaOptions => (delegate* unmanaged[Cdecl]<out nint, nint>)_functions[205];

    public delegate* unmanaged[Cdecl]<nint, void> ReleaseCudaOptions => (delegate* unmanaged[Cdecl]<nint, void>)_functions[208];

    public delegate* unmanaged[Cdecl]<nint, byte*, nint, nint, nuint, nint> AppendProvider => (delegate* unmanaged[Cdecl]<nint, byte*, nint, nint, nuint, nint>)_functions[216];
}
