package com.eindr.infra.axonserver;

import io.axoniq.axonserver.grpc.InstructionAck;
import io.axoniq.axonserver.grpc.control.ClientIdentification;
import io.axoniq.axonserver.grpc.control.Heartbeat;
import io.axoniq.axonserver.grpc.control.NodeInfo;
import io.axoniq.axonserver.grpc.control.PlatformInboundInstruction;
import io.axoniq.axonserver.grpc.control.PlatformInfo;
import io.axoniq.axonserver.grpc.control.PlatformOutboundInstruction;
import io.axoniq.axonserver.grpc.control.PlatformServiceGrpc;
import io.grpc.stub.StreamObserver;
import java.util.function.IntSupplier;

/** The service {@code PlatformService} of {@code control.proto}: one node, which acknowledges and answers heartbeats. */
final class PlatformEndpoint extends PlatformServiceGrpc.PlatformServiceImplBase {
    private final IntSupplier port;

    PlatformEndpoint(IntSupplier port) {
        this.port = port;
    }

    @Override
    public void getPlatformServer(ClientIdentification client, StreamObserver<PlatformInfo> answer) {
        answer.onNext(PlatformInfo.newBuilder()
                .setPrimary(NodeInfo.newBuilder()
                        .setNodeName("double")
                        .setHostName("127.0.0.1")
                        .setGrpcPort(port.getAsInt()))
                .setSameConnection(true)
                .build());
        answer.onCompleted();
    }

    @Override
    public StreamObserver<PlatformInboundInstruction> openStream(StreamObserver<PlatformOutboundInstruction> answer) {
        return new StreamObserver<>() {
            @Override
            public void onNext(PlatformInboundInstruction instruction) {
                if (!instruction.getInstructionId().isEmpty()) {
                    answer.onNext(PlatformOutboundInstruction.newBuilder()
                            .setAck(InstructionAck.newBuilder()
                                    .setInstructionId(instruction.getInstructionId())
                                    .setSuccess(true))
                            .build());
                }
                if (instruction.hasHeartbeat()) {
                    answer.onNext(PlatformOutboundInstruction.newBuilder()
                            .setHeartbeat(Heartbeat.getDefaultInstance())
                            .build());
                }
            }

            @Override
            public void onError(Throwable gone) {
                // The client has gone; there is nothing to clean up.
            }

            @Override
            public void onCompleted() {
                answer.onCompleted();
            }
        };
    }
}
