// Runs a model by ONNX Runtime's own binding for Node, one thread: prints milliseconds a run, and those of processor time. Arguments: NODE_MODULES MODEL RUNS SHAPE
const [modules, model, runs, shape] = process.argv.slice(2);
const ort = require(`${modules}/onnxruntime-node`);
(async () => {
  const session = await ort.InferenceSession.create(model, { intraOpNumThreads: 1, interOpNumThreads: 1, executionProviders: ['cpu'] });
  const sides = shape.split('x').map(Number);
  const values = Float32Array.from({ length: sides.reduce((a, b) => a * b, 1) }, (_, i) => (i * 7919 % 256));
  const feeds = { [session.inputNames[0]]: new ort.Tensor('float32', values, sides) };
  for (let i = 0; i < 3; i++) await session.run(feeds);
  const [start, used] = [process.hrtime.bigint(), process.cpuUsage()];
  for (let i = 0; i < Number(runs); i++) await session.run(feeds);
  const spent = process.cpuUsage(used);
  console.log(Number(process.hrtime.bigint() - start) / 1e6 / Number(runs), (spent.user + spent.system) / 1e3 / Number(runs));
})();
